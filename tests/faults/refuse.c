/* Refuses writing below one folder, as a full or a dying disk does.
 *
 * Loaded by LD_PRELOAD.  Every call that changes something below the folder is counted; from the
 * chosen one on (or that one alone) calls fail with the chosen errno, until told otherwise; with
 * errno LIE a write reports success and writes something else, as a worn-out stick does.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
#define LIE (-1)

static char folder[PATH_MAX];
static long counted, refused, first;
static int with_errno, only_one;

/* Refuse the n-th change below `where` from now on (0: none), and all after it unless `one`. */
void refuse_from(const char *where, long n, int error, int one) {
    pthread_mutex_lock(&lock);
    snprintf(folder, sizeof folder, "%s", where);
    first = n, with_errno = error, only_one = one, counted = 0, refused = 0;
    pthread_mutex_unlock(&lock);
}

long changes_counted(void) { return counted; }
long changes_refused(void) { return refused; }

static int change(const char *path) {
    int refuse = 0;
    pthread_mutex_lock(&lock);
    if (folder[0] && path && strncmp(path, folder, strlen(folder)) == 0) {
        counted++;
        refuse = first && (only_one ? counted == first : counted >= first);
        refused += refuse;
    }
    pthread_mutex_unlock(&lock);
    if (refuse && with_errno != LIE) errno = with_errno;
    return refuse;
}

static int change_of(int fd) {
    char link[64], path[PATH_MAX];
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return change(path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define BY_FD(result, name, parameters, ...)                                                       \
    result name parameters {                                                                       \
        if (change_of(fd) && with_errno != LIE) return -1;                                                              \
        return REAL(name)(__VA_ARGS__);                                                            \
    }

ssize_t write(int fd, const void *data, size_t size) {
    if (!change_of(fd)) return REAL(write)(fd, data, size);
    if (with_errno != LIE || size == 0) return -1;
    char *other = malloc(size);
    if (other == NULL) return -1;
    memcpy(other, data, size);
    other[size / 2] ^= 1;
    ssize_t written = REAL(write)(fd, other, size);
    free(other);
    return written;
}

BY_FD(ssize_t, pwrite, (int fd, const void *data, size_t size, off_t at), fd, data, size, at)
BY_FD(ssize_t, pwrite64, (int fd, const void *data, size_t size, off64_t at), fd, data, size, at)
BY_FD(ssize_t, writev, (int fd, const struct iovec *parts, int count), fd, parts, count)
BY_FD(ssize_t, sendfile, (int fd, int from, off_t *at, size_t size), fd, from, at, size)
BY_FD(ssize_t, sendfile64, (int fd, int from, off64_t *at, size_t size), fd, from, at, size)
BY_FD(ssize_t, copy_file_range, (int from, off64_t *in, int fd, off64_t *out, size_t size, unsigned flags), from, in, fd, out, size, flags)
BY_FD(int, ftruncate, (int fd, off_t size), fd, size)
BY_FD(int, ftruncate64, (int fd, off64_t size), fd, size)
BY_FD(int, fsync, (int fd), fd)
BY_FD(int, fdatasync, (int fd), fd)

int rename(const char *from, const char *to) {
    if (change(to) && with_errno != LIE) return -1;
    return REAL(rename)(from, to);
}

int renameat(int from_fd, const char *from, int to_fd, const char *to) {
    if (change(to) && with_errno != LIE) return -1;
    return REAL(renameat)(from_fd, from, to_fd, to);
}

int mkdir(const char *path, mode_t mode) {
    if (change(path) && with_errno != LIE) return -1;
    return REAL(mkdir)(path, mode);
}

#define OPENS(name)                                                                                \
    int name(const char *path, int flags, ...) {                                                   \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        int mode = (flags & O_CREAT) ? va_arg(rest, int) : 0;                                      \
        va_end(rest);                                                                              \
        if ((flags & O_CREAT) && access(path, F_OK) != 0 && change(path) && with_errno != LIE) return -1;               \
        return REAL(name)(path, flags, mode);                                                      \
    }

OPENS(open)
OPENS(open64)
