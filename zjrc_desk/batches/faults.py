"""What a person reads when a batch is refused: one place, one sentence a code.

The codes are those of the project's list of bad input; S and B are shared by all readers here.
"""

from __future__ import annotations

from collections.abc import Mapping

from zjrc_desk.registry.errors import BatchError

_ASK_AGAIN = "请让登记点重新导出这个批次，再拷贝一次。"
_ASK_POINT = "请不要使用这个文件，并打电话向登记点核实。"
_REPORT = "请让登记点的管理员查看日志，更正后重新封批。"

#: code -> (what happened, what to do)
TEXTS: Mapping[str, tuple[str, str]] = {
    "B01": (
        "这个文件不是批次文件，或开头已经损坏。",
        "请选择登记点交来的批次文件（.zjrc）；选的就是它的，请登记点重新拷贝一份。",
    ),
    "B02": ("批次文件不完整，后面缺了一部分。", _ASK_AGAIN),
    "B03": ("批次文件里的内容多了、少了、重复了或顺序不对。", _ASK_POINT),
    "B04": ("批次文件被别的软件压缩或加密过。", _ASK_AGAIN),
    "B05": ("批次清单读不出来。", _ASK_POINT),
    "B06": ("批次清单里有一项缺少或填得不对。", _ASK_POINT),
    "B07": ("批次是用更新的格式封的，本程序读不了。", "请先升级本程序，再接收这个批次。"),
    "B08": ("批次的内容与清单里的校验值不一致。", _ASK_AGAIN),
    "B09": ("批次文件有改动，与封批时不完全一样。", _ASK_AGAIN),
    "B10": ("批次不是加密给本中心的。", "请让登记点核对中心的加密公钥，重新封批。"),
    "B11": ("批次的加密部分读不出来。", _ASK_AGAIN),
    "B12": ("批次解开后大得不合理，已停止。", _ASK_POINT),
    "B13": ("批次里有不允许的文件名或文件类型。", _ASK_POINT),
    "B14": ("批次里的文件与它自己的目录不一致。", _ASK_POINT),
    "B15": ("批次里的登记数或附件数与清单不一致。", _ASK_POINT),
    "B16": ("批次里有一条登记读不出来。", _REPORT),
    "B17": ("批次里有一条登记不符合数据规范。", _REPORT),
    "B18": ("批次里的附件与登记里写的不一致。", _REPORT),
    "B19": ("一个批次装不下这么多内容。", "请减少登记或附件，分成几个批次。"),
    "B20": ("封批已取消，没有留下文件。", "需要时请重新封批。"),
    "B21": ("加密公钥或密钥文件不对。", "请使用省中心发回的备案文件里的公钥。"),
    "B22": ("文件夹里已经有同名的批次文件。", "请换一个文件夹，原来的文件没有改动。"),
    "B23": ("封批时登记有了改动，批次没有写成。", "请重新封批。"),
    "B24": ("批次文件打不开。", "请检查优盘是否还插着，再选一次文件。"),
    "S01": ("批次没有有效的签名。", _ASK_POINT),
    "S02": ("批次的签名证书不是本中心签发的。", "请让登记点先向本中心登记，再重新封批。"),
    "S03": ("封批时登记点的证书已经过期。", "请登记点更新证书后重新封批。"),
    "S04": ("封批时登记点的证书还没有生效。", "请登记点核对电脑的日期和时间，再重新封批。"),
    "S05": ("登记点的证书已被吊销。", _ASK_POINT),
    "S06": ("批次是用另一个登记点的证书签名的。", _ASK_POINT),
    "S07": ("签名用的证书没有这个用途。", _ASK_POINT),
    "S08": ("签名的算法不是规定的算法。", _ASK_POINT),
    "S09": ("批次上的签名或证书不止一个。", _ASK_POINT),
    "S10": ("批次清单在签名之后有改动。", _ASK_POINT),
    "S11": ("批次里装的是另一个登记点的内容。", _ASK_POINT),
    "D06": ("磁盘空间不够，批次没有写成。", "请换一个空间足够的文件夹或优盘，再封一次。"),
    "D07": ("文件夹写不进去，批次没有写成。", "请检查优盘是否还插着、是否只读，再封一次。"),
    "T01": ("这份登记的信息放不进二维码。", "请把登记编号告诉管理员。"),
    "T02": ("这个二维码不是登记点或省中心的二维码。", "请换一张清楚的纸重新扫描。"),
    "T03": ("找不到核对这个二维码所需的证书。", "请先更新证书，或打电话向省中心核实。"),
    "T05": ("这是意愿书上的二维码，不是省中心的证明。", "请出示省中心的登记证明或志愿者卡。"),
    "T04": ("这个二维码被改动过，不能相信。", "请打电话向出具的登记点或省中心核实。"),
}


def reason(error: BatchError) -> str:
    """Code and detail, for the error that a receipt or an enrolment raises in its place: they are
    containers and signatures too."""
    return f"{error.code}: {error.detail}"


def refuse(code: str, detail: str) -> BatchError:
    """The error of a code; ``detail`` is for the log and never holds what a record says."""
    message, remedy = TEXTS[code]
    return BatchError(code, message, remedy, detail=detail)
