<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
    <context>
        <name>theme</name>
        <message>
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>高对比度</source>
            <translation>High contrast</translation>
        </message>
    </context>
    <context>
        <name>window</name>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>锁定时“{title}”还没有完成，里面填的没有保留，登录后请重新打开再填。</source>
            <translation>“{title}” was not finished when the window locked, and what was entered there is not kept. Please open it again after signing in.</translation>
        </message>
        <message>
            <source>锁定时“{title}”还没有完成。同一个人登录以后会再打开，接着填；关闭程序的话，里面填的就没有了。</source>
            <translation>“{title}” was not finished when the window was locked. It opens again when the same person signs in; if the program is closed, what was typed in it is lost.</translation>
        </message>
        <message>
            <source>锁定以前填的都在，请接着填；要确认的，请再勾选一次。</source>
            <translation>What was typed before the lock is still here. Please go on; what has to be confirmed has to be ticked again.</translation>
        </message>
        <message>
            <source>撤销立即生效，并随下一批次上报省中心。只有志愿者本人可以撤销，亲属和执行人不能代办。不需要说明原因；本人愿意说的可以记下。</source>
            <translation>A withdrawal works at once and is reported to the provincial centre with the next batch. Only the volunteer may withdraw, no relative and no executor. No reason is needed; what the person wants to say can be noted.</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>志愿者本人要求撤销</source>
            <translation>The volunteer in person asks for the withdrawal</translation>
        </message>
        <message>
            <source>登记</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>证件类型</source>
            <translation>Document type</translation>
        </message>
        <message>
            <source>证件号码</source>
            <translation>Document number</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>与证件一致</source>
            <translation>As on the document</translation>
        </message>
        <message>
            <source>声明日期</source>
            <translation>Date of statement</translation>
        </message>
        <message>
            <source>出生日期</source>
            <translation>Date of birth</translation>
        </message>
        <message>
            <source>号码里有的不用填</source>
            <translation>If not in the number</translation>
        </message>
        <message>
            <source>性别</source>
            <translation>Sex</translation>
        </message>
        <message>
            <source>书面声明已由本人签署</source>
            <translation>The person has signed the written statement</translation>
        </message>
        <message>
            <source>这份登记的个人信息将从本机永久删除，不能恢复：姓名、证件、电话、意愿、家书、亲属、执行人、见证人、备注、意愿书和扫描件，所有版本，以及走访记录里的文字。只留下编号、日期、种类、原因和经办人，走访次数照样计算。意愿也随之不再有效，下一批次会请省中心同样删除。
这里删不到的，请另行处理：以前做的备份、签了名的纸张、导出过的表格，以及别人的登记里写到这位本人的地方。</source>
            <translation>This person's data will be deleted from this computer for good and cannot be brought back: name, document, phone, wish, letter to the family, relatives, executor, witnesses, notes, letter of intent and scans, in every version, and the words in visit records. Only the serial, dates, kind, reason and staff member stay; visits are still counted. The wish ends too, and the next batch asks the provincial centre to delete the same.
What cannot be reached from here, please deal with separately: backups made earlier, signed papers, exported lists, and places where other people's registrations mention this person.</translation>
        </message>
        <message>
            <source>同一人没有填完的草稿一并删除：{list}。</source>
            <translation>Unfinished drafts of the same person are deleted as well: {list}.</translation>
        </message>
        <message>
            <source>删除个人信息</source>
            <translation>Delete personal data</translation>
        </message>
        <message>
            <source>永久删除</source>
            <translation>Delete for good</translation>
        </message>
        <message>
            <source>个人信息已经删除。</source>
            <translation>The personal data has been deleted.</translation>
        </message>
        <message>
            <source>删除的原因</source>
            <translation>Reason for deleting</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Serial</translation>
        </message>
        <message>
            <source>删除的原因（个人信息保护法第四十七条）</source>
            <translation>Reason for deleting (Personal Information Protection Law, article 47)</translation>
        </message>
        <message>
            <source>请输入这份登记的编号 {serial} 确认</source>
            <translation>Please type the serial {serial} of this registration to confirm</translation>
        </message>
        <message>
            <source>亲属</source>
            <translation>Relative</translation>
        </message>
        <message>
            <source>执行人</source>
            <translation>Executor</translation>
        </message>
        <message>
            <source>见证人</source>
            <translation>Witness</translation>
        </message>
        <message>
            <source>生命之约队员名单</source>
            <translation>Covenant of Life team list</translation>
        </message>
        <message>
            <source>（同名，请先核对是不是本人）</source>
            <translation> (same name; check first that it is the same person)</translation>
        </message>
        <message>
            <source>仍写着这位本人的：{list}</source>
            <translation>Still mentioning this person: {list}</translation>
        </message>
        <message>
            <source>，等 {n} 处</source>
            <translation>, {n} places in all</translation>
        </message>
        <message>
            <source>。请记下，逐份打开更正。</source>
            <translation>. Please note them down, open each one and correct it.</translation>
        </message>
        <message>
            <source>正在删除并整理登记库文件，请不要关机…</source>
            <translation>Deleting and tidying the register file. Please do not switch the computer off…</translation>
        </message>
        <message>
            <source>原因</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>原因（可以不写）</source>
            <translation>Reason (may be left empty)</translation>
        </message>
        <message>
            <source>变更…</source>
            <translation>Change…</translation>
        </message>
        <message>
            <source>本人的意愿变了</source>
            <translation>The person's wish has changed</translation>
        </message>
        <message>
            <source>更正…</source>
            <translation>Correct…</translation>
        </message>
        <message>
            <source>抄错了，或被省中心退回</source>
            <translation>A copying mistake, or returned by the provincial centre</translation>
        </message>
        <message>
            <source>撤销…</source>
            <translation>Withdraw…</translation>
        </message>
        <message>
            <source>立即生效，不必说明原因</source>
            <translation>Takes effect at once; no reason needed</translation>
        </message>
        <message>
            <source>明确不捐献…</source>
            <translation>Refuse to donate…</translation>
        </message>
        <message>
            <source>放弃这次填写…</source>
            <translation>Give up this entry…</translation>
        </message>
        <message>
            <source>恢复原来的版本</source>
            <translation>Brings back the earlier version</translation>
        </message>
        <message>
            <source>重新登记</source>
            <translation>Register again</translation>
        </message>
        <message>
            <source>撤销以后又愿意捐献</source>
            <translation>Wants to donate again after withdrawing</translation>
        </message>
        <message>
            <source>删除个人信息…</source>
            <translation>Delete personal data…</translation>
        </message>
        <message>
            <source>只有管理员可以办理</source>
            <translation>Only an administrator can do this</translation>
        </message>
        <message>
            <source>历史…</source>
            <translation>History…</translation>
        </message>
        <message>
            <source>全部版本和不同之处</source>
            <translation>All versions and what differs</translation>
        </message>
        <message>
            <source>放弃这次变更…</source>
            <translation>Give up this change…</translation>
        </message>
        <message>
            <source>从现在的内容另立一个新版本，改好以后要重新见证、打印和签名。新版本签署以前，原来的意愿仍然有效。</source>
            <translation>A new version is started from the present content; once changed, it must be witnessed, printed and signed again. Until the new version is signed, the earlier wish stays in force.</translation>
        </message>
        <message>
            <source>变更</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>开始变更</source>
            <translation>Start the change</translation>
        </message>
        <message>
            <source>已另立一个新版本，请改好后重新见证；原来的版本保留。</source>
            <translation>A new version has been started. Please change it and have it witnessed again; the earlier version is kept.</translation>
        </message>
        <message>
            <source>本人的意愿没有变，只是记录有错。内容、见证和登记日期都带到新版本；改好以后要重新打印、签名，纸面和记录才一致。</source>
            <translation>The person's wish has not changed, only the record has a mistake. Content, witnessing and date of registration are carried over to the new version; after correcting, print and sign it again so that paper and record agree.</translation>
        </message>
        <message>
            <source>更正</source>
            <translation>Correct</translation>
        </message>
        <message>
            <source>开始更正</source>
            <translation>Start correcting</translation>
        </message>
        <message>
            <source>已另立一个新版本，请更正后按“填写和见证完成”。</source>
            <translation>A new version has been started. Please correct it, then press "Filled in and witnessed".</translation>
        </message>
        <message>
            <source>请改正姓名、证件或日期，并写明原因。更正立即生效，随下一批次上报。</source>
            <translation>Please correct the name, document or date and give the reason. The correction takes effect at once and goes out with the next batch.</translation>
        </message>
        <message>
            <source>已更正。</source>
            <translation>Corrected.</translation>
        </message>
        <message>
            <source>已登记撤销。</source>
            <translation>The withdrawal has been recorded.</translation>
        </message>
        <message>
            <source>本人明确不捐献的，身后任何人不得捐献其遗体、器官和组织。立即生效，随下一批次上报。不需要说明原因。</source>
            <translation>If a person clearly refuses to donate, nobody may donate the body, organs or tissue after death. It takes effect at once and goes out with the next batch. No reason is needed.</translation>
        </message>
        <message>
            <source>明确不捐献</source>
            <translation>Refuse to donate</translation>
        </message>
        <message>
            <source>已登记明确不捐献。</source>
            <translation>The refusal to donate has been recorded.</translation>
        </message>
        <message>
            <source>已为本人开始新的登记，以前的意愿没有带过来。</source>
            <translation>A new registration has been started for this person; the earlier wish was not carried over.</translation>
        </message>
        <message>
            <source>这次填写的内容不再继续，原来的版本恢复为现在的版本，状态不变。填写的内容留在“历史”里，可以查看；以后又要改的，从原来的版本重新开始。</source>
            <translation>What was filled in this time is not continued; the earlier version becomes the present one again, in the state it had. What was filled in stays under "History" and can be looked at; to change something later, start again from the earlier version.</translation>
        </message>
        <message>
            <source>放弃</source>
            <translation>Give up</translation>
        </message>
        <message>
            <source>已放弃，原来的版本恢复为现在的版本；填写的内容在“历史”里。</source>
            <translation>Given up. The earlier version is the present one again; what was filled in is under "History".</translation>
        </message>
        <message>
            <source>录音</source>
            <translation>Sound recording</translation>
        </message>
        <message>
            <source>录像</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>添加…</source>
            <translation>Add…</translation>
        </message>
        <message>
            <source>选择文件</source>
            <translation>Choose a file</translation>
        </message>
        <message>
            <source>查看</source>
            <translation>View</translation>
        </message>
        <message>
            <source>放大查看所选的附件</source>
            <translation>View the chosen attachment enlarged</translation>
        </message>
        <message>
            <source>移除</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>移除所选的附件</source>
            <translation>Remove the chosen attachment</translation>
        </message>
        <message>
            <source>在屏幕上签名</source>
            <translation>Sign on the screen</translation>
        </message>
        <message>
            <source>用手写板或鼠标，可以不签</source>
            <translation>With a tablet or the mouse; this is optional</translation>
        </message>
        <message>
            <source>{name}（已签）</source>
            <translation>{name} (signed)</translation>
        </message>
        <message>
            <source>见证人和志愿者可以在屏幕上签名，也可以添加图片；纸上的签名照样要签。</source>
            <translation>Witnesses and volunteer can sign on the screen, or pictures can be added; the paper must still be signed.</translation>
        </message>
        <message>
            <source>把文件拖到这里，或按“添加”；复制的图片点一下这里再按 Ctrl+V。</source>
            <translation>Drag a file here or press "Add"; for a copied picture click here and press Ctrl+V.</translation>
        </message>
        <message>
            <source>已经封批，不能再改。</source>
            <translation>Already in a sealed batch; no more changes.</translation>
        </message>
        <message>
            <source>打印并签名以后，在这里添加扫描件。</source>
            <translation>After printing and signing, add the scan here.</translation>
        </message>
        <message>
            <source>填写和见证完成以后添加。</source>
            <translation>Add after filling in and witnessing.</translation>
        </message>
        <message>
            <source>所有文件</source>
            <translation>All files</translation>
        </message>
        <message>
            <source>移除这个“{role}”？移除以后不能恢复。</source>
            <translation>Remove this "{role}"? It cannot be brought back afterwards.</translation>
        </message>
        <message>
            <source>移除附件</source>
            <translation>Remove attachment</translation>
        </message>
        <message>
            <source>正在添加“{role}”…</source>
            <translation>Adding "{role}"…</translation>
        </message>
        <message>
            <source>已添加“{role}”。</source>
            <translation>"{role}" has been added.</translation>
        </message>
        <message>
            <source>正在移除…</source>
            <translation>Removing…</translation>
        </message>
        <message>
            <source>已移除“{role}”。</source>
            <translation>"{role}" has been removed.</translation>
        </message>
        <message>
            <source>已取消，没有添加。</source>
            <translation>Cancelled; nothing was added.</translation>
        </message>
        <message>
            <source>审计</source>
            <translation>Audit</translation>
        </message>
        <message>
            <source>从 2026-11-24</source>
            <translation>From 2026-11-24</translation>
        </message>
        <message>
            <source>到</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>人员</source>
            <translation>Staff</translation>
        </message>
        <message>
            <source>操作</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>登记编号</source>
            <translation>Registration serial</translation>
        </message>
        <message>
            <source>清除筛选</source>
            <translation>Clear filters</translation>
        </message>
        <message>
            <source>导出审计记录…</source>
            <translation>Export audit records…</translation>
        </message>
        <message>
            <source>检查登记库</source>
            <translation>Check the register</translation>
        </message>
        <message>
            <source>审计记录</source>
            <translation>Audit records</translation>
        </message>
        <message>
            <source>{name}：全部</source>
            <translation>{name}: all</translation>
        </message>
        <message>
            <source>共 {total} 条</source>
            <translation>{total} entries</translation>
        </message>
        <message>
            <source>，显示最新的 {shown} 条；全部的请导出</source>
            <translation>, the newest {shown} are shown; export to get all</translation>
        </message>
        <message>
            <source>导出审计记录</source>
            <translation>Export audit records</translation>
        </message>
        <message>
            <source>审计记录 {day}.xlsx</source>
            <translation>Audit records {day}.xlsx</translation>
        </message>
        <message>
            <source>Excel 表格 (*.xlsx);;CSV (*.csv)</source>
            <translation>Excel workbook (*.xlsx);;CSV (*.csv)</translation>
        </message>
        <message>
            <source>正在导出</source>
            <translation>Exporting</translation>
        </message>
        <message>
            <source>已导出 {count} 条：{path}</source>
            <translation>{count} entries exported: {path}</translation>
        </message>
        <message>
            <source>备份是一个加密的文件，写好以后读回核对才算数。每天第一次登录、每次封批和关闭窗口时自动备份。保留最近 7 天、4 周、12 个月的。请把备份放在 U 盘或另一块硬盘上。</source>
            <translation>A backup is an encrypted file that counts only after it was read back and checked. Backups are made by themselves at the first sign-in of the day, after each sealed batch and when the window closes. Those of the last 7 days, 4 weeks and 12 months are kept. Please keep backups on a USB stick or another disk.</translation>
        </message>
        <message>
            <source>立即备份</source>
            <translation>Back up now</translation>
        </message>
        <message>
            <source>换一个文件夹…</source>
            <translation>Another folder…</translation>
        </message>
        <message>
            <source>备份到：{folder}</source>
            <translation>Backups go to: {folder}</translation>
        </message>
        <message>
            <source>选择放备份的 U 盘或文件夹</source>
            <translation>Choose the USB stick or folder for backups</translation>
        </message>
        <message>
            <source>其余 {n} 项</source>
            <translation>{n} others</translation>
        </message>
        <message>
            <source>没有封完，再按一次“封批”</source>
            <translation>Not finished; press "Seal a batch" again</translation>
        </message>
        <message>
            <source>已封批，等回执</source>
            <translation>Sealed, waiting for the receipt</translation>
        </message>
        <message>
            <source>全部接收</source>
            <translation>All accepted</translation>
        </message>
        <message>
            <source>部分接收</source>
            <translation>Accepted in part</translation>
        </message>
        <message>
            <source>整批退回</source>
            <translation>Whole batch returned</translation>
        </message>
        <message>
            <source>没有交到省中心，已并入后面的批次</source>
            <translation>Never reached the centre; included in a later batch</translation>
        </message>
        <message>
            <source>等回执，文件已丢失</source>
            <translation>Waiting for the receipt; the file is lost</translation>
        </message>
        <message>
            <source>批次</source>
            <translation>Batches</translation>
        </message>
        <message>
            <source>封批到文件夹…</source>
            <translation>Seal a batch into a folder…</translation>
        </message>
        <message>
            <source>接收回执…</source>
            <translation>Take a receipt…</translation>
        </message>
        <message>
            <source>文件丢失，重新报送…</source>
            <translation>File Lost, Send Anew…</translation>
        </message>
        <message>
            <source>文件在本机和 U 盘上都没有了：其中的登记随下一批上交</source>
            <translation>The file is neither on this PC nor on the stick: what was in it goes with the next batch</translation>
        </message>
        <message>
            <source>再次交出所选批次…</source>
            <translation>Hand over the chosen batch again…</translation>
        </message>
        <message>
            <source>打印所选批次的移交单</source>
            <translation>Print the handover slip of the chosen batch</translation>
        </message>
        <message>
            <source>将要封批的登记</source>
            <translation>Registrations to be sealed</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>登记日期</source>
            <translation>Date of registration</translation>
        </message>
        <message>
            <source>已有的批次</source>
            <translation>Existing batches</translation>
        </message>
        <message>
            <source>批次列表</source>
            <translation>List of batches</translation>
        </message>
        <message>
            <source>文件</source>
            <translation>File</translation>
        </message>
        <message>
            <source>封批时间</source>
            <translation>Sealed at</translation>
        </message>
        <message>
            <source>记录数</source>
            <translation>Records</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>练习的登记不能备案，也不能封批给省中心，所以没有回执可以接收。</source>
            <translation>A practice point cannot enrol, nor seal batches for the provincial centre, so there are no receipts to take.</translation>
        </message>
        <message>
            <source>将要封批的登记：{n} 份</source>
            <translation>Registrations to be sealed: {n}</translation>
        </message>
        <message>
            <source>，日志 {n} 条</source>
            <translation>, diary entries: {n}</translation>
        </message>
        <message>
            <source>选择 U 盘或文件夹</source>
            <translation>Choose a USB stick or folder</translation>
        </message>
        <message>
            <source>已停止，这一批还没有封好。再按一次“封批”，就接着封同一批。</source>
            <translation>Stopped; this batch is not finished. Press "Seal a batch" again to go on with the same batch.</translation>
        </message>
        <message>
            <source>已封好 {n} 条记录：{file}。请交给省中心。</source>
            <translation>{n} records sealed: {file}. Please hand it to the provincial centre.</translation>
        </message>
        <message>
            <source>正在封批</source>
            <translation>Sealing the batch</translation>
        </message>
        <message>
            <source>停止封批</source>
            <translation>Stop sealing</translation>
        </message>
        <message>
            <source>请先在下面的列表里选一个批次。</source>
            <translation>Please choose a batch in the list below first.</translation>
        </message>
        <message>
            <source>请先打电话问省中心：确认没有收到这个批次吗？确认以后，其中的登记随下一批上交，不用重新签名；这个编号不再使用。</source>
            <translation>Please call the centre first: is it sure that this batch never came? What was in it then goes with the next batch, and nobody has to sign again; this number is not used any more.</translation>
        </message>
        <message>
            <source>文件丢失，重新报送</source>
            <translation>File Lost, Send Anew</translation>
        </message>
        <message>
            <source>没有收到，重新报送</source>
            <translation>Not Received, Send Anew</translation>
        </message>
        <message>
            <source>其中的登记已放回待封批，请再封一次批。</source>
            <translation>What was in it waits to be sealed again; please seal a batch.</translation>
        </message>
        <message>
            <source>正在交出批次文件</source>
            <translation>Handing over the batch file</translation>
        </message>
        <message>
            <source>批次文件已再次交出。</source>
            <translation>The batch file has been handed over again.</translation>
        </message>
        <message>
            <source>回执 (*.receipt)</source>
            <translation>Receipts (*.receipt)</translation>
        </message>
        <message>
            <source>接收回执</source>
            <translation>Take a receipt</translation>
        </message>
        <message>
            <source>正在接收回执</source>
            <translation>Taking the receipts</translation>
        </message>
        <message>
            <source>（此前已接收过）</source>
            <translation> (had been received before)</translation>
        </message>
        <message>
            <source>还没有回执：{name}</source>
            <translation>No receipt yet: {name}</translation>
        </message>
        <message>
            <source>没有等待打印的意愿书。</source>
            <translation>No letters of intent are waiting to be printed.</translation>
        </message>
        <message>
            <source>正在打印意愿书</source>
            <translation>Printing letters of intent</translation>
        </message>
        <message>
            <source>停止打印</source>
            <translation>Stop printing</translation>
        </message>
        <message>
            <source>打印了 {n} 份意愿书。</source>
            <translation>{n} letters of intent printed.</translation>
        </message>
        <message>
            <source>每份存成一个文件，文件名的最后是登记编号。</source>
            <translation> Each is a file of its own, whose name ends in the serial.</translation>
        </message>
        <message>
            <source>还有 {n} 份没有打印，可以再按一次继续。</source>
            <translation> {n} are not printed yet; press again to go on.</translation>
        </message>
        <message>
            <source>它的纸已经印出来，但没有记录：请作废，不要签名，以后再打印。</source>
            <translation> Its paper came out but is not recorded: void it, do not sign it, and print it later.</translation>
        </message>
        <message>
            <source>恢复码</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>请看着纸上的恢复码，再输入一遍（不必输入连字符）</source>
            <translation>Please look at the recovery code on paper and type it once more (hyphens are not needed)</translation>
        </message>
        <message>
            <source>打印恢复码…</source>
            <translation>Print the recovery code…</translation>
        </message>
        <message>
            <source>历史：{serial}</source>
            <translation>History: {serial}</translation>
        </message>
        <message>
            <source>版本</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>经办人</source>
            <translation>Recorded by</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>全部版本</source>
            <translation>All versions</translation>
        </message>
        <message>
            <source>栏目</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>原来</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>现在</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>不同之处</source>
            <translation>Differences</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>第 {n} 版与上一版不同的 {count} 处</source>
            <translation>Version {n}: {count} differences from the one before</translation>
        </message>
        <message>
            <source>第 1 版，没有更早的版本</source>
            <translation>Version 1; there is no earlier one</translation>
        </message>
        <message>
            <source>第 {n} 版：没有可以对照的内容</source>
            <translation>Version {n}: nothing to compare with</translation>
        </message>
        <message>
            <source>（没有填写）</source>
            <translation>(not filled in)</translation>
        </message>
        <message>
            <source>{shown}。{origin}</source>
            <translation>{shown}. {origin}</translation>
        </message>
        <message>
            <source>选日期</source>
            <translation>Pick a date</translation>
        </message>
        <message>
            <source>“{title}”没有再打开：现在不能再办这一项了。填过的没有保留。</source>
            <translation>“{title}” was not opened again: this can no longer be done. What was typed in it was not kept.</translation>
        </message>
        <message>
            <source>撤消</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>上次删除草稿以后程序没有正常退出，草稿没有删除，还在：{serials}。</source>
            <translation>After a draft was deleted the program did not end properly; the draft was not deleted and is still there: {serials}.</translation>
        </message>
        <message>
            <source>草稿已删除：{serial}。十分钟内可以撤消。</source>
            <translation>Draft deleted: {serial}. It can be undone for ten minutes.</translation>
        </message>
        <message>
            <source>日志</source>
            <translation>Diary</translation>
        </message>
        <message>
            <source>月份</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>打印月报</source>
            <translation>Print the report</translation>
        </message>
        <message>
            <source>导出月报…</source>
            <translation>Export the monthly report…</translation>
        </message>
        <message>
            <source>Excel 表格</source>
            <translation>Excel workbook</translation>
        </message>
        <message>
            <source>日志种类</source>
            <translation>Kind of diary entry</translation>
        </message>
        <message>
            <source>{year} 年 {month} 月</source>
            <translation>{month}/{year}</translation>
        </message>
        <message>
            <source>登记 {n} · 变更 {c}</source>
            <translation>Registered {n} · changed {c}</translation>
        </message>
        <message>
            <source>撤销 {n} · 不捐献 {r}</source>
            <translation>Withdrawn {n} · refused {r}</translation>
        </message>
        <message>
            <source>宣传 {n} 次 {p} 人</source>
            <translation>Outreach {n}, {p} people</translation>
        </message>
        <message>
            <source>咨询 {n} 次 {p} 人</source>
            <translation>Consultations {n}, {p} people</translation>
        </message>
        <message>
            <source>走访 {n} 次 {p} 人</source>
            <translation>Visits {n}, {p} people</translation>
        </message>
        <message>
            <source>值班 {n} 次</source>
            <translation>Shifts {n}</translation>
        </message>
        <message>
            <source>见证 {n} 次</source>
            <translation>Witnessing {n}</translation>
        </message>
        <message>
            <source>已打开上次没有填完的这一条草稿。</source>
            <translation>The draft that was not finished last time is open again.</translation>
        </message>
        <message>
            <source>表单</source>
            <translation>Form</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>新的一条</source>
            <translation>New entry</translation>
        </message>
        <message>
            <source>放弃草稿</source>
            <translation>Give up the draft</translation>
        </message>
        <message>
            <source>作废…</source>
            <translation>Cancel entry…</translation>
        </message>
        <message>
            <source>第 {n} 版</source>
            <translation>Version {n}</translation>
        </message>
        <message>
            <source>原因：{text}</source>
            <translation>Reason: {text}</translation>
        </message>
        <message>
            <source>正在保存草稿…</source>
            <translation>Saving the draft…</translation>
        </message>
        <message>
            <source>没有保存</source>
            <translation>Not saved</translation>
        </message>
        <message>
            <source>草稿已保存 </source>
            <translation>Draft saved </translation>
        </message>
        <message>
            <source>已保存。</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>草稿已放弃。</source>
            <translation>The draft has been given up.</translation>
        </message>
        <message>
            <source>另立一个新版本来改，此前的版本保留。</source>
            <translation>A new version is made to be corrected; earlier versions are kept.</translation>
        </message>
        <message>
            <source>这一条仍可查看，不再计数。</source>
            <translation>The entry can still be read and no longer counts.</translation>
        </message>
        <message>
            <source>作废</source>
            <translation>Cancel entry</translation>
        </message>
        <message>
            <source>已作废；这一条仍可查看，不再计数。</source>
            <translation>Cancelled; the entry can still be looked at but no longer counts.</translation>
        </message>
        <message>
            <source>请更正后按“保存”；此前的版本保留。</source>
            <translation>Please correct it, then press "Save"; the earlier version is kept.</translation>
        </message>
        <message>
            <source>已作废</source>
            <translation>Void</translation>
        </message>
        <message>
            <source>更正草稿</source>
            <translation>Draft of a correction</translation>
        </message>
        <message>
            <source>如 20261124</source>
            <translation>e.g. 20261124</translation>
        </message>
        <message>
            <source>工作人员或队员，用“、”隔开</source>
            <translation>Names, separated by "、"</translation>
        </message>
        <message>
            <source>宣传咨询</source>
            <translation>Outreach</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Content</translation>
        </message>
        <message>
            <source>参加人员</source>
            <translation>Taking part</translation>
        </message>
        <message>
            <source>听讲或来咨询的人数</source>
            <translation>Listeners or visitors</translation>
        </message>
        <message>
            <source>讲了什么、问了什么；不写来访者的姓名</source>
            <translation>What was told or asked; no visitors' names</translation>
        </message>
        <message>
            <source>走访关怀</source>
            <translation>Care visits</translation>
        </message>
        <message>
            <source>走访日期</source>
            <translation>Visited on</translation>
        </message>
        <message>
            <source>志愿者</source>
            <translation>Volunteer</translation>
        </message>
        <message>
            <source>慰问内容</source>
            <translation>Given</translation>
        </message>
        <message>
            <source>走访人员</source>
            <translation>Visitors</translation>
        </message>
        <message>
            <source>姓名、拼音首字母或编号</source>
            <translation>Name, pinyin initials or serial</translation>
        </message>
        <message>
            <source>送了什么；不写姓名</source>
            <translation>What was given; no names</translation>
        </message>
        <message>
            <source>备注（不上报）</source>
            <translation>Notes (not reported)</translation>
        </message>
        <message>
            <source>生命之约</source>
            <translation>Covenant of Life</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>入队日期</source>
            <translation>Joined on</translation>
        </message>
        <message>
            <source>离队日期</source>
            <translation>Left on</translation>
        </message>
        <message>
            <source>本月值班</source>
            <translation>Shifts this month</translation>
        </message>
        <message>
            <source>本月见证</source>
            <translation>Witnessing this month</translation>
        </message>
        <message>
            <source>用来统计见证次数，不上报</source>
            <translation>For counting; not reported</translation>
        </message>
        <message>
            <source>在队时不填</source>
            <translation>Empty while in the team</translation>
        </message>
        <message>
            <source>值班</source>
            <translation>Shifts</translation>
        </message>
        <message>
            <source>值班日期</source>
            <translation>Date of shift</translation>
        </message>
        <message>
            <source>队员</source>
            <translation>Team member</translation>
        </message>
        <message>
            <source>开始</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>结束</source>
            <translation>End</translation>
        </message>
        <message>
            <source>开始时间</source>
            <translation>Start time</translation>
        </message>
        <message>
            <source>如 09:00</source>
            <translation>e.g. 09:00</translation>
        </message>
        <message>
            <source>结束时间</source>
            <translation>End time</translation>
        </message>
        <message>
            <source>如 11:30</source>
            <translation>e.g. 11:30</translation>
        </message>
        <message>
            <source>备案申请已导出，电话里核对的指纹：</source>
            <translation>The request was exported; fingerprint to compare over the phone: </translation>
        </message>
        <message>
            <source>导出备案申请</source>
            <translation>Export the enrolment request</translation>
        </message>
        <message>
            <source>导入备案文件</source>
            <translation>Import the enrolment file</translation>
        </message>
        <message>
            <source>备案文件 (*.enrolment)</source>
            <translation>Enrolment files (*.enrolment)</translation>
        </message>
        <message>
            <source>已导出。请把文件交给省中心，并在电话里核对指纹：</source>
            <translation>Exported. Please give the file to the provincial centre and compare the fingerprint over the phone: </translation>
        </message>
        <message>
            <source>备案完成，可以封批。</source>
            <translation>Enrolment complete; batches can be sealed.</translation>
        </message>
        <message>
            <source>导出列表</source>
            <translation>Export a list</translation>
        </message>
        <message>
            <source>导出的文件没有加密，里面有姓名、证件号码和家书，拿到文件的人都能看到。请只存到受保护的地方，用完立即删除。这次导出会记入审计。</source>
            <translation>The exported file is not encrypted and holds names, document numbers and letters to the family; whoever gets the file can read them. Please save it only in a protected place and delete it as soon as you are done. This export is noted in the audit.</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>换个地方…</source>
            <translation>Another place…</translation>
        </message>
        <message>
            <source>查询“{words}”</source>
            <translation>Search "{words}"</translation>
        </message>
        <message>
            <source>统计里所选的一项</source>
            <translation>the chosen figure</translation>
        </message>
        <message>
            <source>所选批次</source>
            <translation>the chosen batch</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
        <message>
            <source>全部登记</source>
            <translation>all registrations</translation>
        </message>
        <message>
            <source>导出：{scope}，共 {count} 份。</source>
            <translation>To export: {scope}, {count} registrations.</translation>
        </message>
        <message>
            <source>存到：{path}</source>
            <translation>Saved as: {path}</translation>
        </message>
        <message>
            <source>Excel 表格 (*.xlsx)</source>
            <translation>Excel workbook (*.xlsx)</translation>
        </message>
        <message>
            <source>停止导出</source>
            <translation>Stop exporting</translation>
        </message>
        <message>
            <source>已停止，没有导出任何内容。</source>
            <translation>Stopped; nothing was exported.</translation>
        </message>
        <message>
            <source>已导出 {count} 份。文件没有加密，用完请删除。</source>
            <translation>{count} registrations exported. The file is not encrypted; please delete it after use.</translation>
        </message>
        <message>
            <source>登记列表 {day}</source>
            <translation>Registrations {day}</translation>
        </message>
        <message>
            <source>按 Enter 到下一项</source>
            <translation>Enter goes to the next one</translation>
        </message>
        <message>
            <source>登记先后</source>
            <translation>Entered</translation>
        </message>
        <message>
            <source>手机</source>
            <translation>Mobile</translation>
        </message>
        <message>
            <source>房间</source>
            <translation>Room</translation>
        </message>
        <message>
            <source>状态(&amp;S)</source>
            <translation>State (&amp;S)</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>种类(&amp;K)</source>
            <translation>Kind (&amp;K)</translation>
        </message>
        <message>
            <source>登记日期从(&amp;D)</source>
            <translation>Registered from (&amp;D)</translation>
        </message>
        <message>
            <source>到(&amp;E)</source>
            <translation>Until (&amp;E)</translation>
        </message>
        <message>
            <source>批次(&amp;B)</source>
            <translation>Batch (&amp;B)</translation>
        </message>
        <message>
            <source>排序(&amp;O)</source>
            <translation>Sort by (&amp;O)</translation>
        </message>
        <message>
            <source>倒序(&amp;R)</source>
            <translation>Descending (&amp;R)</translation>
        </message>
        <message>
            <source>倒序</source>
            <translation>Descending</translation>
        </message>
        <message>
            <source>清除筛选(&amp;C)</source>
            <translation>Clear filters (&amp;C)</translation>
        </message>
        <message>
            <source>点一下去掉这个筛选</source>
            <translation>Click to take this filter away</translation>
        </message>
        <message>
            <source>统计：{said}  ✕</source>
            <translation>Figure: {said}  ✕</translation>
        </message>
        <message>
            <source>去掉筛选：{said}</source>
            <translation>Take the filter away: {said}</translation>
        </message>
        <message>
            <source>“{text}”不是日期，没有用来筛选。请写成 2026-01-31 的样子。</source>
            <translation>"{text}" is not a date and was not used to filter. Please write it like 2026-01-31.</translation>
        </message>
        <message>
            <source>查询</source>
            <translation>Find</translation>
        </message>
        <message>
            <source>姓名、拼音首字母、证件号码、电话、编号或房间</source>
            <translation>Name, initials, ID, phone, serial, room</translation>
        </message>
        <message>
            <source>导入列表…</source>
            <translation>Import a list…</translation>
        </message>
        <message>
            <source>导出…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>几个词用空格隔开　↓ 进入列表　Enter 打开　Esc 回到查询栏　Alt+字母 到筛选</source>
            <translation>Separate words by spaces　↓ to the list　Enter opens　Esc back to the search field　Alt+letter to a filter</translation>
        </message>
        <message>
            <source>登记列表</source>
            <translation>List of registrations</translation>
        </message>
        <message>
            <source>正在准备查询…</source>
            <translation>Preparing the search…</translation>
        </message>
        <message>
            <source>共 {n} 份</source>
            <translation>{n} registrations</translation>
        </message>
        <message>
            <source>没有找到。可以清除筛选再试。</source>
            <translation>Nothing found. You can clear the filters and try again.</translation>
        </message>
        <message>
            <source>没有找到。</source>
            <translation>Nothing found.</translation>
        </message>
        <message>
            <source>列表 (*.csv *.txt *.xlsx);;所有文件 (*)</source>
            <translation>Lists (*.csv *.txt *.xlsx);;All files (*)</translation>
        </message>
        <message>
            <source>导入列表</source>
            <translation>Import a list</translation>
        </message>
        <message>
            <source>正在打开列表</source>
            <translation>Opening the list</translation>
        </message>
        <message>
            <source>正在读取列表</source>
            <translation>Reading the list</translation>
        </message>
        <message>
            <source>正在导入</source>
            <translation>Importing</translation>
        </message>
        <message>
            <source>停止</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>（重复）</source>
            <translation> (duplicate)</translation>
        </message>
        <message>
            <source>设置自己的密码</source>
            <translation>Set your own password</translation>
        </message>
        <message>
            <source>临时密码只能用一次。请换成只有自己知道的密码。</source>
            <translation>The temporary password works only once. Please replace it by one only you know.</translation>
        </message>
        <message>
            <source>保存并登录</source>
            <translation>Save and sign in</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>用恢复码打开登记库</source>
            <translation>Open the register with the recovery code</translation>
        </message>
        <message>
            <source>登记员、审计员忘记密码的，请管理员登录后重设。管理员都无法登录的，用纸上的恢复码。没有密码也没有恢复码，任何人都无法再打开登记库。</source>
            <translation>Registrars and auditors who forgot their password: let an administrator sign in and reset it. If no administrator can sign in, use the recovery code on paper. Without password and recovery code nobody can open the register again.</translation>
        </message>
        <message>
            <source>大小写、连字符都不要紧；也可以扫描</source>
            <translation>Capitals and hyphens do not matter; can be scanned</translation>
        </message>
        <message>
            <source>管理员工号（没有用过的工号会成为新的管理员）</source>
            <translation>Administrator's staff number (an unused number becomes a new administrator)</translation>
        </message>
        <message>
            <source>设置新密码并登录</source>
            <translation>Set a new password and sign in</translation>
        </message>
        <message>
            <source>设立登记点</source>
            <translation>Set up a registration point</translation>
        </message>
        <message>
            <source>登记点</source>
            <translation>Point</translation>
        </message>
        <message>
            <source>登记点编号</source>
            <translation>Code of the point</translation>
        </message>
        <message>
            <source>登记点名称</source>
            <translation>Name of the point</translation>
        </message>
        <message>
            <source>所在机构</source>
            <translation>Host institution</translation>
        </message>
        <message>
            <source>下一步：管理员</source>
            <translation>Next: administrator</translation>
        </message>
        <message>
            <source>换了新电脑：从备份恢复…</source>
            <translation>New computer: restore from a backup…</translation>
        </message>
        <message>
            <source>先练习一下…</source>
            <translation>Practise first…</translation>
        </message>
        <message>
            <source>第一位管理员</source>
            <translation>First administrator</translation>
        </message>
        <message>
            <source>管理员工号</source>
            <translation>Administrator's staff number</translation>
        </message>
        <message>
            <source>下一步：恢复码</source>
            <translation>Next: recovery code</translation>
        </message>
        <message>
            <source>上一步</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>这里好像有过登记库，现在登记库文件和钥匙文件都不见了。请先找一找，或按“从备份恢复”；没有把握请不要重新设立登记点，先问省中心。</source>
            <translation>There seems to have been a register here; now both its file and its key file are gone. Please look for them first, or press “Restore from a backup”; if you are not sure, don't set the point up anew, ask the provincial centre first.</translation>
        </message>
        <message>
            <source>一共六步，前三步大约十分钟，后三步可以以后再做。登记点编号由省中心给；还没有编号的，可以先练习。</source>
            <translation>Six steps in all: the first three take about ten minutes, the other three can wait. The provincial centre gives the point its code; without one you can practise first.</translation>
        </message>
        <message>
            <source>没有密码也没有恢复码，任何人都无法再打开登记库，里面的登记也找不回来。</source>
            <translation>Without password and recovery code nobody can open the register again, and the registrations in it are lost.</translation>
        </message>
        <message>
            <source>第 {n} 步，共 {of} 步：{title}</source>
            <translation>Step {n} of {of}: {title}</translation>
        </message>
        <message>
            <source>抄好了，下一步：备份文件夹</source>
            <translation>Written down; next: backup folder</translation>
        </message>
        <message>
            <source>登记点就此设立；后三步可以跳过，以后再设置</source>
            <translation>The point is set up now; the last three steps can be skipped and done later</translation>
        </message>
        <message>
            <source>恢复码只显示这一次：请打印或抄在纸上，锁进柜子，不要拍照。</source>
            <translation>The recovery code is shown only this once: print it or write it on paper, lock it away, and take no photo.</translation>
        </message>
        <message>
            <source>刚才的恢复码作废了，抄下的请销毁；下一步会显示新的恢复码。</source>
            <translation>The recovery code just shown is void, please destroy what was written down; the next step shows a new one.</translation>
        </message>
        <message>
            <source>选择文件或文件夹时，先打开这里定的地方。没有定的，或 U 盘没有插上的，先打开“文档”；锁定以前，下一次从上一次用过的文件夹开始。只影响这台电脑。</source>
            <translation>Where you start when choosing a file or folder. What is not set here, or is on a stick that is not plugged in, starts in Documents, and until the lock in the folder used last. Applies to this PC only.</translation>
        </message>
        <message>
            <source>交批次、收回执和备案文件（U 盘）</source>
            <translation>Handing over batches, taking receipts and enrolment files (USB stick)</translation>
        </message>
        <message>
            <source>导出的表格、结果和诊断包</source>
            <translation>Exported tables, results and support bundles</translation>
        </message>
        <message>
            <source>打开的名册、扫描件和文书</source>
            <translation>Lists, scans and papers that are opened</translation>
        </message>
        <message>
            <source>登记点自己的</source>
            <translation>The point's own</translation>
        </message>
        <message>
            <source>选择…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>从“文档”开始</source>
            <translation>Start in Documents</translation>
        </message>
        <message>
            <source>没有定，先打开“文档”</source>
            <translation>Not set: starts in Documents</translation>
        </message>
        <message>
            <source>{folder}（现在不在，U 盘可能没有插上）</source>
            <translation>{folder} (not there now, the USB stick may not be plugged in)</translation>
        </message>
        <message>
            <source>数据文件夹</source>
            <translation>Data folder</translation>
        </message>
        <message>
            <source>备份</source>
            <translation>Backup</translation>
        </message>
        <message>
            <source>证件</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>输入后自动填出生日期和性别</source>
            <translation>Fills in date of birth and sex by itself</translation>
        </message>
        <message>
            <source>证件有效期</source>
            <translation>Document valid until</translation>
        </message>
        <message>
            <source>如 20350101 或长期</source>
            <translation>e.g. 20350101 or 长期 (no expiry)</translation>
        </message>
        <message>
            <source>曾用名</source>
            <translation>Former name</translation>
        </message>
        <message>
            <source>如 19410704</source>
            <translation>e.g. 19410704</translation>
        </message>
        <message>
            <source>民族</source>
            <translation>Ethnic group</translation>
        </message>
        <message>
            <source>国籍</source>
            <translation>Nationality</translation>
        </message>
        <message>
            <source>联系方式</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>固定电话</source>
            <translation>Landline</translation>
        </message>
        <message>
            <source>如 0571-87654321</source>
            <translation>e.g. 0571-87654321</translation>
        </message>
        <message>
            <source>房间床位</source>
            <translation>Room and bed</translation>
        </message>
        <message>
            <source>住在本机构时填写</source>
            <translation>If living in this institution</translation>
        </message>
        <message>
            <source>现住地区</source>
            <translation>Region of residence</translation>
        </message>
        <message>
            <source>如 xhq 或 西湖区</source>
            <translation>e.g. xhq or 西湖区</translation>
        </message>
        <message>
            <source>现住址</source>
            <translation>Address of residence</translation>
        </message>
        <message>
            <source>邮编</source>
            <translation>Postcode</translation>
        </message>
        <message>
            <source>户籍地区</source>
            <translation>Household region</translation>
        </message>
        <message>
            <source>户籍地址</source>
            <translation>Household address</translation>
        </message>
        <message>
            <source>其他（选填）</source>
            <translation>Other (optional)</translation>
        </message>
        <message>
            <source>文化程度</source>
            <translation>Education</translation>
        </message>
        <message>
            <source>职业</source>
            <translation>Occupation</translation>
        </message>
        <message>
            <source>婚姻状况</source>
            <translation>Marital status</translation>
        </message>
        <message>
            <source>政治面貌</source>
            <translation>Political status</translation>
        </message>
        <message>
            <source>宗教习俗</source>
            <translation>Religious customs</translation>
        </message>
        <message>
            <source>血型</source>
            <translation>Blood type</translation>
        </message>
        <message>
            <source>传染病</source>
            <translation>Infectious disease</translation>
        </message>
        <message>
            <source>本人愿意说明时填写</source>
            <translation>Only if the person wants to tell</translation>
        </message>
        <message>
            <source>遗传病</source>
            <translation>Hereditary disease</translation>
        </message>
        <message>
            <source>重大手术</source>
            <translation>Major surgery</translation>
        </message>
        <message>
            <source>捐献什么，用于什么</source>
            <translation>What is donated, and for what</translation>
        </message>
        <message>
            <source>捐献项目</source>
            <translation>Donated items</translation>
        </message>
        <message>
            <source>用途</source>
            <translation>Use</translation>
        </message>
        <message>
            <source>捐献顺序</source>
            <translation>Order of donation</translation>
        </message>
        <message>
            <source>不填为今天</source>
            <translation>Empty means today</translation>
        </message>
        <message>
            <source>本人声明</source>
            <translation>Declarations</translation>
        </message>
        <message>
            <source>行为能力声明</source>
            <translation>Declaration of capacity</translation>
        </message>
        <message>
            <source>本人年满 18 周岁，具有完全民事行为能力</source>
            <translation>I am over 18 and have full legal capacity</translation>
        </message>
        <message>
            <source>自愿无偿声明</source>
            <translation>Declaration of free will</translation>
        </message>
        <message>
            <source>本人自愿、无偿捐献，没有人强迫、欺骗或利诱</source>
            <translation>Voluntary and unpaid; nobody forced, deceived or induced me</translation>
        </message>
        <message>
            <source>个人信息单独同意</source>
            <translation>Separate consent to personal data</translation>
        </message>
        <message>
            <source>已宣读个人信息处理告知，本人单独同意</source>
            <translation>Notice on personal data read out; separately consented</translation>
        </message>
        <message>
            <source>愿望（选填）</source>
            <translation>Wishes (optional)</translation>
        </message>
        <message>
            <source>希望接收单位</source>
            <translation>Preferred receiving institution</translation>
        </message>
        <message>
            <source>骨灰安置</source>
            <translation>Ashes</translation>
        </message>
        <message>
            <source>告别方式</source>
            <translation>Farewell</translation>
        </message>
        <message>
            <source>纪念留名</source>
            <translation>Name for the memorial</translation>
        </message>
        <message>
            <source>已有登记卡号</source>
            <translation>Earlier registration card no.</translation>
        </message>
        <message>
            <source>需要登记证明</source>
            <translation>Wants a registration certificate</translation>
        </message>
        <message>
            <source>需要志愿者卡</source>
            <translation>Wants a volunteer card</translation>
        </message>
        <message>
            <source>需要遗嘱服务转介</source>
            <translation>Wants a referral for a will</translation>
        </message>
        <message>
            <source>捐献执行人</source>
            <translation>Donation executor</translation>
        </message>
        <message>
            <source>执行人姓名</source>
            <translation>Executor's name</translation>
        </message>
        <message>
            <source>与志愿者关系</source>
            <translation>Relation to the volunteer</translation>
        </message>
        <message>
            <source>执行人电话</source>
            <translation>Executor's phone</translation>
        </message>
        <message>
            <source>执行人证件类型</source>
            <translation>Executor's document type</translation>
        </message>
        <message>
            <source>执行人证件号码</source>
            <translation>Executor's document number</translation>
        </message>
        <message>
            <source>执行人地址</source>
            <translation>Executor's address</translation>
        </message>
        <message>
            <source>写给家人的话</source>
            <translation>Words to the family</translation>
        </message>
        <message>
            <source>家书</source>
            <translation>Family letter</translation>
        </message>
        <message>
            <source>按本人的原话记录</source>
            <translation>In the person's own words</translation>
        </message>
        <message>
            <source>本登记点自己的备注（不上报）</source>
            <translation>The point's own notes (not reported)</translation>
        </message>
        <message>
            <source>工作人员备注</source>
            <translation>Staff notes</translation>
        </message>
        <message>
            <source>见证陈述</source>
            <translation>Witness statement</translation>
        </message>
        <message>
            <source>见证地点</source>
            <translation>Place of witnessing</translation>
        </message>
        <message>
            <source>见证开始时间</source>
            <translation>Witnessing began</translation>
        </message>
        <message>
            <source>如 9:30 或 202611240930</source>
            <translation>e.g. 9:30 or 202611240930</translation>
        </message>
        <message>
            <source>见证结束时间</source>
            <translation>Witnessing ended</translation>
        </message>
        <message>
            <source>如 10:10</source>
            <translation>e.g. 10:10</translation>
        </message>
        <message>
            <source>第二位工作人员</source>
            <translation>Second staff member</translation>
        </message>
        <message>
            <source>满 90 周岁时填工号或姓名</source>
            <translation>From age 90: staff no. or name</translation>
        </message>
        <message>
            <source>见证事项</source>
            <translation>Witnessed points</translation>
        </message>
        <message>
            <source>志愿者原话</source>
            <translation>The volunteer's own words</translation>
        </message>
        <message>
            <source>志愿者怎样复述自己的意愿</source>
            <translation>How the volunteer restated the wish</translation>
        </message>
        <message>
            <source>关系</source>
            <translation>Relation</translation>
        </message>
        <message>
            <source>意见</source>
            <translation>Opinion</translation>
        </message>
        <message>
            <source>到场签名</source>
            <translation>Present and signed</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>帮助</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>查找，如：恢复码、D06</source>
            <translation>Search, e.g. 恢复码 or D06</translation>
        </message>
        <message>
            <source>在帮助里查找</source>
            <translation>Search the help</translation>
        </message>
        <message>
            <source>帮助的章节</source>
            <translation>Chapters of the help</translation>
        </message>
        <message>
            <source>对应列表的列</source>
            <translation>Match the columns of the list</translation>
        </message>
        <message>
            <source>导入</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>这种表头上次已经对应好。请核对后按“导入”。</source>
            <translation>This header was matched last time. Please check it, then press "Import".</translation>
        </message>
        <message>
            <source>这份列表的表头和登记列表不同。请在每一列上面选它是什么，再按“导入”。</source>
            <translation>The header of this list differs from that of a registration list. Please choose above each column what it is, then press "Import".</translation>
        </message>
        <message>
            <source>文件：{encoding}，共 {columns} 列；下面是前 {rows} 行。</source>
            <translation>File: {encoding}, {columns} columns; the first {rows} rows are shown.</translation>
        </message>
        <message>
            <source>列表的前几行</source>
            <translation>The first rows of the list</translation>
        </message>
        <message>
            <source>（没有列名）</source>
            <translation>(no column name)</translation>
        </message>
        <message>
            <source>“{name}”是</source>
            <translation>"{name}" is</translation>
        </message>
        <message>
            <source>不导入</source>
            <translation>Do not import</translation>
        </message>
        <message>
            <source>（必填）</source>
            <translation> (required)</translation>
        </message>
        <message>
            <source>这一列没有列名，或列名重复，不能导入。请在文件里改好列名。</source>
            <translation>This column has no name or the same name as another, so it cannot be imported. Please name it in the file.</translation>
        </message>
        <message>
            <source>选了不止一次：</source>
            <translation>Chosen more than once: </translation>
        </message>
        <message>
            <source>还缺必填的列：</source>
            <translation>Required columns still missing: </translation>
        </message>
        <message>
            <source>必填的列都对应好了。</source>
            <translation>All required columns are matched.</translation>
        </message>
        <message>
            <source>已导入</source>
            <translation>Imported</translation>
        </message>
        <message>
            <source>拒收</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>已有，未变</source>
            <translation>Known, unchanged</translation>
        </message>
        <message>
            <source>导入结果</source>
            <translation>Result of the import</translation>
        </message>
        <message>
            <source>行</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>代码</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>原因和办法</source>
            <translation>Reason and remedy</translation>
        </message>
        <message>
            <source>导入 {imported} 行，拒收 {refused} 行，已有 {unchanged} 行。</source>
            <translation>{imported} rows imported, {refused} refused, {unchanged} known already.</translation>
        </message>
        <message>
            <source>后面的行没有导入。再次导入这份列表，会从这里接着做。</source>
            <translation> The rows after that were not imported. Import this list again to go on from there.</translation>
        </message>
        <message>
            <source>另存为表格…</source>
            <translation>Save as a table…</translation>
        </message>
        <message>
            <source>另存导入结果</source>
            <translation>Save the result of the import</translation>
        </message>
        <message>
            <source>导入结果.csv</source>
            <translation>Import result.csv</translation>
        </message>
        <message>
            <source>表格 (*.csv)</source>
            <translation>Table (*.csv)</translation>
        </message>
        <message>
            <source>添加人员</source>
            <translation>Add a staff member</translation>
        </message>
        <message>
            <source>修改姓名、角色</source>
            <translation>Change name or role</translation>
        </message>
        <message>
            <source>登记员登记、打印、封批；管理员另外管理人员、密钥和备案；审计员只能查看，不能打印。</source>
            <translation>A registrar registers, prints and seals batches; an administrator also looks after staff, keys and enrolment; an auditor only looks and cannot print.</translation>
        </message>
        <message>
            <source>工号</source>
            <translation>Staff number</translation>
        </message>
        <message>
            <source>角色</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>请把临时密码当面告诉 {number}，不要发微信。只能用来登录一次，登录时要换成自己的密码。关闭以后不再显示；忘了可以再重设。</source>
            <translation>Please tell {number} the temporary password in person; do not send it by WeChat. It works for one sign-in only, when it must be replaced. It is not shown again after closing; if forgotten, reset it again.</translation>
        </message>
        <message>
            <source>临时密码</source>
            <translation>Temporary password</translation>
        </message>
        <message>
            <source>已告诉本人</source>
            <translation>I have told the person</translation>
        </message>
        <message>
            <source>新密码至少 {n} 个字符，不要用生日、电话、单位名称或连续的数字；几个不相干的词连在一起，好记又难猜。</source>
            <translation>The new password needs at least {n} characters. No birthdays, phone numbers, names of the institution or runs of digits; a few unrelated words in a row are easy to remember and hard to guess.</translation>
        </message>
        <message>
            <source>更改我的密码</source>
            <translation>Change my password</translation>
        </message>
        <message>
            <source>更改</source>
            <translation>Change it</translation>
        </message>
        <message>
            <source>现在的密码</source>
            <translation>Present password</translation>
        </message>
        <message>
            <source>新密码</source>
            <translation>New password</translation>
        </message>
        <message>
            <source>再输一遍新密码</source>
            <translation>New password again</translation>
        </message>
        <message>
            <source>两次输入的新密码不一样。</source>
            <translation>The two new passwords are not the same.</translation>
        </message>
        <message>
            <source>请重新输入。</source>
            <translation>Please type it again.</translation>
        </message>
        <message>
            <source>新的恢复码只显示这一次。请打印或抄在纸上，锁进柜子，不要拍照。完成以后，原来的恢复码作废，请销毁那张纸；以前的备份仍要用那时的恢复码或密码打开。</source>
            <translation>The new recovery code is shown only this once. Print it or write it on paper, lock it away, and take no photo. When you are done the earlier code no longer works: destroy that paper. Earlier backups still need the recovery code or password of their time.</translation>
        </message>
        <message>
            <source>换一个恢复码</source>
            <translation>Replace the recovery code</translation>
        </message>
        <message>
            <source>启用新的恢复码</source>
            <translation>Use the new recovery code</translation>
        </message>
        <message>
            <source>您的密码</source>
            <translation>Your password</translation>
        </message>
        <message>
            <source>恢复码没有换：原来的仍然有效，请留好；刚才显示的不能用，抄下或打印的请销毁。</source>
            <translation>The recovery code was not replaced: the old one is still valid, so keep it. The one just shown opens nothing; destroy what was written down or printed.</translation>
        </message>
        <message>
            <source>整个登记库将用新的密钥重新加密。有人离职、电脑或 U 盘可能被人拷贝过时使用。所有人的密码和恢复码都不变；以前的拷贝和备份不受影响，仍能用当时的密码打开。需要与登记库一样大的磁盘空间；中途断电也不会丢失任何登记。</source>
            <translation>The whole register is encrypted again with a new key. Use this when somebody has left, or a computer or USB stick may have been copied. Everybody's password and the recovery code stay the same; earlier copies and backups are not affected and still open with the passwords of their time. It needs as much disk space as the register itself; a power cut half-way loses no registration.</translation>
        </message>
        <message>
            <source>更换登记库密钥</source>
            <translation>Replace the register's key</translation>
        </message>
        <message>
            <source>更换</source>
            <translation>Replace</translation>
        </message>
        <message>
            <source>正在重新加密，请不要关机…</source>
            <translation>Encrypting again. Please do not switch the computer off…</translation>
        </message>
        <message>
            <source>我的密码</source>
            <translation>My password</translation>
        </message>
        <message>
            <source>只有自己知道。管理员也看不到，只能重设。</source>
            <translation>Only you know it. An administrator cannot see it either, only reset it.</translation>
        </message>
        <message>
            <source>更改我的密码…</source>
            <translation>Change my password…</translation>
        </message>
        <message>
            <source> 分钟</source>
            <translation> minutes</translation>
        </message>
        <message>
            <source>无人操作多久后自动锁定</source>
            <translation>Lock by itself after so long without anybody at work</translation>
        </message>
        <message>
            <source>自动锁定</source>
            <translation>Automatic lock</translation>
        </message>
        <message>
            <source>无人操作这么久以后锁定窗口，输入的内容都会保留。离开座位时请按 Ctrl+L。</source>
            <translation>The window locks after so long without anybody at work; what was typed is kept. Press Ctrl+L when you leave your seat.</translation>
        </message>
        <message>
            <source>管理员都无法登录时的最后办法。用过、遗失或可能被人看到以后，请换一个。没有密码也没有恢复码，任何人都无法再打开登记库。</source>
            <translation>The last way in when no administrator can sign in. Replace it after it was used, lost or may have been seen. Without password and recovery code nobody can open the register again.</translation>
        </message>
        <message>
            <source>换一个恢复码…</source>
            <translation>Replace the recovery code…</translation>
        </message>
        <message>
            <source>登记库密钥</source>
            <translation>Key of the register</translation>
        </message>
        <message>
            <source>有人离职、电脑或 U 盘可能被人拷贝过时更换。</source>
            <translation>Replace it when somebody has left, or a computer or USB stick may have been copied.</translation>
        </message>
        <message>
            <source>更换登记库密钥…</source>
            <translation>Replace the register's key…</translation>
        </message>
        <message>
            <source>密码已更改。</source>
            <translation>The password has been changed.</translation>
        </message>
        <message>
            <source>新的恢复码已启用，原来的已作废。</source>
            <translation>The new recovery code is in use; the earlier one no longer works.</translation>
        </message>
        <message>
            <source>登记库密钥已更换。</source>
            <translation>The register's key has been replaced.</translation>
        </message>
        <message>
            <source>打开已有的登记（Ctrl+O）</source>
            <translation>Open the existing registration (Ctrl+O)</translation>
        </message>
        <message>
            <source>这位志愿者已经登记过（{serial}）。请打开已有的登记，不要重复登记。</source>
            <translation>This volunteer is registered already ({serial}). Please open that registration instead of making another.</translation>
        </message>
        <message>
            <source>已有一位同名、同一天出生的人（{serial}），证件号码不同。请核对是不是同一个人；不是的请继续。</source>
            <translation>There is somebody of the same name born on the same day ({serial}), with another document number. Please check whether it is the same person; if not, go on.</translation>
        </message>
        <message>
            <source>中文</source>
            <translation>Chinese (中文)</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>（{text}）</source>
            <translation> ({text})</translation>
        </message>
        <message>
            <source>{label}：{text}</source>
            <translation>{label}: {text}</translation>
        </message>
        <message>
            <source>窗口的语言（只改这台电脑）</source>
            <translation>Language of the window (this computer only)</translation>
        </message>
        <message>
            <source>文书、记录和志愿者的屏幕始终是中文</source>
            <translation>Papers, records and the volunteer's screen are always in Chinese</translation>
        </message>
        <message>
            <source>已记下。下次登录起用 {name}；现在就换，请按 Ctrl+L 再登录。</source>
            <translation>Noted. {name} is used from the next sign-in on; to change now, press Ctrl+L and sign in again.</translation>
        </message>
        <message>
            <source>填写和见证完成</source>
            <translation>Filled in and witnessed</translation>
        </message>
        <message>
            <source>之后内容不能再改</source>
            <translation>The content cannot be changed afterwards</translation>
        </message>
        <message>
            <source>预览意愿书</source>
            <translation>Preview the letter of intent</translation>
        </message>
        <message>
            <source>打印意愿书</source>
            <translation>Print the letter of intent</translation>
        </message>
        <message>
            <source>纸质件已签署并归档</source>
            <translation>The paper is signed and filed</translation>
        </message>
        <message>
            <source>意愿书（家书）</source>
            <translation>Letter of intent (family letter)</translation>
        </message>
        <message>
            <source>意愿书已生成。打印后请志愿者和见证人在每一页签名。</source>
            <translation>The letter of intent is ready. After printing, please have volunteer and witnesses sign every page.</translation>
        </message>
        <message>
            <source>已登记签署，将随下一批次上报省中心。</source>
            <translation>The signing has been recorded; it goes to the provincial centre with the next batch.</translation>
        </message>
        <message>
            <source>已登记签署。还没有添加签名件扫描；纸质件已归档的可以不添加，封批以前都能补。</source>
            <translation>The signing has been recorded. No scan of the signed paper has been added yet; where the paper is filed it may be left out, and it can be added until the batch is sealed.</translation>
        </message>
        <message>
            <source>请稍候…</source>
            <translation>One moment please…</translation>
        </message>
        <message>
            <source>颜色</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>只影响这台电脑，登录页也一样。志愿者屏总是白底黑字。</source>
            <translation>Only on this computer, the sign-in sheet too. The volunteer's screen is always black on white.</translation>
        </message>
        <message>
            <source>字的大小</source>
            <translation>Size of the text</translation>
        </message>
        <message>
            <source>随时可以按 Ctrl 和加号、减号改变。</source>
            <translation>Ctrl with plus or minus changes it at any time.</translation>
        </message>
        <message>
            <source>遗体捐献登记点工作台</source>
            <translation>Donation registration desk</translation>
        </message>
        <message>
            <source>登记库已经在另一个窗口里打开。请到任务栏切换到那个窗口；要在这里登录，请先关闭它。（D05）</source>
            <translation>The register is open in another window. Please switch to that window in the task bar; to sign in here, close it first. (D05)</translation>
        </message>
        <message>
            <source>正在准备练习</source>
            <translation>Preparing the practice</translation>
        </message>
        <message>
            <source>锁定时有内容没能存到登记库里（{who}）。请不要关闭程序：此人登录后会马上再存。</source>
            <translation>When the window was locked, something could not be saved to the store ({who}). Please do not close the program: it is saved as soon as this person signs in.</translation>
        </message>
        <message>
            <source>分页</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>按空格键勾选或取消</source>
            <translation>Space ticks or unticks</translation>
        </message>
        <message>
            <source>按空格键选择</source>
            <translation>Space chooses</translation>
        </message>
        <message>
            <source>用上下键滚动，按 Tab 到下一个链接</source>
            <translation>Up and Down scroll, Tab goes to the next link</translation>
        </message>
        <message>
            <source>用左右键换页</source>
            <translation>Left and right turn the page</translation>
        </message>
        <message>
            <source>用上下键选择，按 Enter 打开</source>
            <translation>Up and down choose, Enter opens</translation>
        </message>
        <message>
            <source>用上下键选择</source>
            <translation>Up and down choose</translation>
        </message>
        <message>
            <source>输入数字，或用上下键改变</source>
            <translation>Type a number, or change it with up and down</translation>
        </message>
        <message>
            <source>在这里输入</source>
            <translation>Type here</translation>
        </message>
        <message>
            <source>填入现在的时间（Ctrl+;）</source>
            <translation>Put in the present time (Ctrl+;)</translation>
        </message>
        <message>
            <source>月报 {month}.xlsx</source>
            <translation>Monthly report {month}.xlsx</translation>
        </message>
        <message>
            <source>导出月报</source>
            <translation>Export the monthly report</translation>
        </message>
        <message>
            <source>已导出月报。</source>
            <translation>The monthly report has been exported.</translation>
        </message>
        <message>
            <source>写明理由后可以继续</source>
            <translation>Give the reason to go on</translation>
        </message>
        <message>
            <source>当时写明的理由</source>
            <translation>Reasons given at the time</translation>
        </message>
        <message>
            <source>为什么可以继续（必填）</source>
            <translation>Why it is all right to go on (required)</translation>
        </message>
        <message>
            <source>程序出现意外的错误，这一步没有完成，已输入的内容还在。请再试一次；若仍不行，请在“设置”里导出诊断包，交给技术支持。（X00）</source>
            <translation>An unexpected program error occurred. This step was not completed; what you typed is still there. Please try again; if it still fails, export the support bundle under "Settings" and give it to technical support. (X00)</translation>
        </message>
        <message>
            <source>练习 · 不是真实登记</source>
            <translation>Practice · not real registrations</translation>
        </message>
        <message>
            <source>{tip}；请按空格键</source>
            <translation>{tip}; press Space</translation>
        </message>
        <message>
            <source>怎么办</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>读写文件时出错。请检查 U 盘或文件夹是否还在、能否写入，再试一次。（D07）</source>
            <translation>A file could not be read or written. Please check that the USB stick or folder is still there and can be written to, then try again. (D07)</translation>
        </message>
        <message>
            <source>这份文书已经打印过。再打印的每一页都注明“重印”，原因记录在案。
上次什么也没有打印出来的，请按“打开原件”，不注明重印。</source>
            <translation>This paper was printed before. Every page printed again is marked "重印" (reprint), and the reason is recorded.
If nothing came out of the printer last time, please press "open the original", which is not marked.</translation>
        </message>
        <message>
            <source>重印</source>
            <translation>Reprint</translation>
        </message>
        <message>
            <source>上次没有打印出来，打开原件</source>
            <translation>Nothing came out last time; open the original</translation>
        </message>
        <message>
            <source>打印其他文书</source>
            <translation>Print other papers</translation>
        </message>
        <message>
            <source>文书</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>打印时间</source>
            <translation>Printed at</translation>
        </message>
        <message>
            <source>签署日期</source>
            <translation>Signed on</translation>
        </message>
        <message>
            <source>已打印的文书</source>
            <translation>Papers printed</translation>
        </message>
        <message>
            <source>所选文书已签署并归档</source>
            <translation>The chosen paper is signed and filed</translation>
        </message>
        <message>
            <source>（大字）</source>
            <translation> (large)</translation>
        </message>
        <message>
            <source>请先在列表里选一份文书。</source>
            <translation>Please choose a paper in the list first.</translation>
        </message>
        <message>
            <source>已登记签署。</source>
            <translation>The signing has been recorded.</translation>
        </message>
        <message>
            <source>放大</source>
            <translation>Larger</translation>
        </message>
        <message>
            <source>缩小</source>
            <translation>Smaller</translation>
        </message>
        <message>
            <source>{title}的页面</source>
            <translation>Page of {title}</translation>
        </message>
        <message>
            <source>上一页</source>
            <translation>Previous page</translation>
        </message>
        <message>
            <source>下一页</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>整页</source>
            <translation>Whole page</translation>
        </message>
        <message>
            <source>打印…</source>
            <translation>Print…</translation>
        </message>
        <message>
            <source>第 {n} 页 共 {m} 页</source>
            <translation>Page {n} of {m}</translation>
        </message>
        <message>
            <source>正在打印</source>
            <translation>Printing</translation>
        </message>
        <message>
            <source>打印时先选中这里定的打印机，打印前仍可以改。只影响这台电脑。</source>
            <translation>The printer set here is offered first; it can still be changed before printing. Only on this PC.</translation>
        </message>
        <message>
            <source>意愿书和其他文书（A4）</source>
            <translation>Letters of intention and other papers (A4)</translation>
        </message>
        <message>
            <source>文书双面打印</source>
            <translation>Print papers on both sides</translation>
        </message>
        <message>
            <source>志愿者卡</source>
            <translation>Volunteer card</translation>
        </message>
        <message>
            <source>打印机</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>打印时先选中的打印机</source>
            <translation>The printer that is offered first</translation>
        </message>
        <message>
            <source>打印测试页…</source>
            <translation>Print a test page…</translation>
        </message>
        <message>
            <source>系统的默认打印机</source>
            <translation>The system's default printer</translation>
        </message>
        <message>
            <source>{name}（现在没有找到）</source>
            <translation>{name} (not found now)</translation>
        </message>
        <message>
            <source>测试页已交给打印机。四边的框应当完整，字应当清楚。</source>
            <translation>The test page has gone to the printer. The frame should be whole on all four sides, and the letters clear.</translation>
        </message>
        <message>
            <source>电脑上没有找到打印机。</source>
            <translation>No printer was found on this computer.</translation>
        </message>
        <message>
            <source>请接好打印机、打开电源，在系统设置里添加以后再打印。</source>
            <translation>Please connect the printer, switch it on, add it in the system settings, then print.</translation>
        </message>
        <message>
            <source>测试页 {n} 磅　{words}</source>
            <translation>Test page {n} pt　{words}</translation>
        </message>
        <message>
            <source>打印机没有接受这份文书，没有打印出来。</source>
            <translation>The printer did not take this paper; nothing was printed.</translation>
        </message>
        <message>
            <source>请检查打印机是否接好、有没有纸，再打印一次。</source>
            <translation>Please check that the printer is connected and has paper, then print again.</translation>
        </message>
        <message>
            <source>登记步骤</source>
            <translation>Steps of the registration</translation>
        </message>
        <message>
            <source>意愿</source>
            <translation>Wish</translation>
        </message>
        <message>
            <source>亲属与执行人</source>
            <translation>Kin and executor</translation>
        </message>
        <message>
            <source>见证</source>
            <translation>Witnessing</translation>
        </message>
        <message>
            <source>近亲属</source>
            <translation>Close relatives</translation>
        </message>
        <message>
            <source>再加一位亲属</source>
            <translation>Add another relative</translation>
        </message>
        <message>
            <source>再加一位见证人</source>
            <translation>Add another witness</translation>
        </message>
        <message>
            <source>按证件号码推断，请核对：对就按 Enter，不对请改，不清楚按 Tab</source>
            <translation>Inferred from the document number, please check: Enter if right, change it if wrong, Tab if unsure</translation>
        </message>
        <message>
            <source>核对与打印</source>
            <translation>Check and print</translation>
        </message>
        <message>
            <source>下一步</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>删除草稿</source>
            <translation>Delete draft</translation>
        </message>
        <message>
            <source>删除以后十分钟内可以撤消</source>
            <translation>Can be undone for ten minutes</translation>
        </message>
        <message>
            <source>已回到上次填写的地方：{field}。</source>
            <translation>Back where you were typing: {field}.</translation>
        </message>
        <message>
            <source>已保存</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>还没有输入</source>
            <translation>Nothing entered yet</translation>
        </message>
        <message>
            <source>省中心退回：</source>
            <translation>Returned by the provincial centre: </translation>
        </message>
        <message>
            <source>新登记</source>
            <translation>New registration</translation>
        </message>
        <message>
            <source>正在保存…</source>
            <translation>Saving…</translation>
        </message>
        <message>
            <source>已保存 </source>
            <translation>Saved </translation>
        </message>
        <message>
            <source>还没有输入任何内容。请从第一步开始填写。</source>
            <translation>Nothing has been entered yet. Please begin with the first step.</translation>
        </message>
        <message>
            <source>填写和见证已完成，可以打印意愿书。</source>
            <translation>Filled in and witnessed; the letter of intent can be printed.</translation>
        </message>
        <message>
            <source>还没有输入任何内容，没有可以给志愿者看的。</source>
            <translation>Nothing has been entered yet; there is nothing to show the volunteer.</translation>
        </message>
        <message>
            <source>刚才输入的内容已存为草稿，标记为重复登记。</source>
            <translation>What was just typed has been kept as a draft, marked as a duplicate.</translation>
        </message>
        <message>
            <source>从备份恢复</source>
            <translation>Restore from a backup</translation>
        </message>
        <message>
            <source>选择备份文件，用备份时的密码或恢复码打开。现有的数据文件夹会另存，不会删除。原来的电脑请不要再用来登记。</source>
            <translation>Choose the backup file and open it with the password or recovery code of that time. The present data folder is put aside, not deleted. Please do not register on the old computer any more.</translation>
        </message>
        <message>
            <source>选择备份文件…</source>
            <translation>Choose a backup file…</translation>
        </message>
        <message>
            <source>还没有选择</source>
            <translation>None chosen yet</translation>
        </message>
        <message>
            <source>密码</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>或者：恢复码</source>
            <translation>Or: recovery code</translation>
        </message>
        <message>
            <source>恢复</source>
            <translation>Restore</translation>
        </message>
        <message>
            <source>仍然恢复，现有的另存</source>
            <translation>Restore all the same, putting the present one aside</translation>
        </message>
        <message>
            <source>选择备份文件</source>
            <translation>Choose a backup file</translation>
        </message>
        <message>
            <source>备份 (*.zjrc-backup)</source>
            <translation>Backups (*.zjrc-backup)</translation>
        </message>
        <message>
            <source>请先选择备份文件。</source>
            <translation>Please choose a backup file first.</translation>
        </message>
        <message>
            <source>正在恢复</source>
            <translation>Restoring</translation>
        </message>
        <message>
            <source>已恢复 {day} 的备份，从第 {n} 代继续。请返回登录。</source>
            <translation>The backup of {day} has been restored; it goes on as generation {n}. Please go back and sign in.</translation>
        </message>
        <message>
            <source>备份以后停用的账号仍然停用：{numbers}。</source>
            <translation>Accounts disabled since the backup stay disabled: {numbers}.</translation>
        </message>
        <message>
            <source>原来的数据文件夹另存在 {aside}。</source>
            <translation> The earlier data folder was put aside as {aside}.</translation>
        </message>
        <message>
            <source>需要补填或更正的地方</source>
            <translation>What is still to be filled in or corrected</translation>
        </message>
        <message>
            <source>内容已经定稿。</source>
            <translation>The content is final.</translation>
        </message>
        <message>
            <source>内容还没有定稿。</source>
            <translation>The content is not final yet.</translation>
        </message>
        <message>
            <source>还有 {n} 处需要补填或更正，另有 {hints} 处提醒，点一下就到那里：</source>
            <translation>{n} places still to be filled in or corrected, and {hints} to note; click one to go there:</translation>
        </message>
        <message>
            <source>还有 {n} 处需要补填或更正，点一下就到那里：</source>
            <translation>{n} places still to be filled in or corrected; click one to go there:</translation>
        </message>
        <message>
            <source>内容齐全，但有 {n} 处要写明理由。</source>
            <translation>Everything is filled in, but {n} points need a reason.</translation>
        </message>
        <message>
            <source>内容齐全。请和志愿者、见证人一起核对后，按“填写和见证完成”。</source>
            <translation>Everything is filled in. Please check it with the volunteer and the witnesses, then press "Filled in and witnessed".</translation>
        </message>
        <message>
            <source>捐献</source>
            <translation>Donates</translation>
        </message>
        <message>
            <source>用于</source>
            <translation>For</translation>
        </message>
        <message>
            <source>选择 U 盘或文件夹…</source>
            <translation>Choose a USB stick or folder…</translation>
        </message>
        <message>
            <source>先放在这台电脑上</source>
            <translation>On this computer for now</translation>
        </message>
        <message>
            <source>导出备案申请…</source>
            <translation>Export the enrolment request…</translation>
        </message>
        <message>
            <source>导入备案文件…</source>
            <translation>Import the enrolment file…</translation>
        </message>
        <message>
            <source>跳过这一步</source>
            <translation>Skip this step</translation>
        </message>
        <message>
            <source>先用起来，以后再设置</source>
            <translation>Start working, set up the rest later</translation>
        </message>
        <message>
            <source>Esc：没有做的，“今日”会提醒，按“继续设置”就接着做</source>
            <translation>Esc: "Today" reminds you of what is left; press "Go on setting up" to continue</translation>
        </message>
        <message>
            <source>锁定时“{title}”关上了。做完的都在，其余的登录后在“今日”按“继续设置”接着做。</source>
            <translation>Locking closed "{title}". What was done is kept; for the rest, sign in and press "Go on setting up" on "Today".</translation>
        </message>
        <message>
            <source>备份是一个加密的文件，每天自动做。请插上 U 盘或另一块硬盘，选它上面的一个文件夹：电脑坏了，靠它恢复。</source>
            <translation>A backup is an encrypted file, made every day by itself. Please plug in a USB stick or another disk and choose a folder on it: if the computer breaks, you restore from there.</translation>
        </message>
        <message>
            <source>导出一个文件，交给省中心（可以用邮件），并在电话里核对指纹。没有备案不能封批，但可以先登记、打印。</source>
            <translation>Export a file, give it to the provincial centre (e-mail is fine), and compare the fingerprint over the phone. Without enrolment no batch can be sealed, but you can register and print.</translation>
        </message>
        <message>
            <source>省中心发回的备案文件（.enrolment），在这里导入。还没有收到的，收到以后再做。</source>
            <translation>Import the enrolment file (.enrolment) from the provincial centre here. If it has not come yet, do this when it does.</translation>
        </message>
        <message>
            <source>这一步以后再做，“今日”会提醒</source>
            <translation>This step can be done later; "Today" reminds you</translation>
        </message>
        <message>
            <source>设置都完成了</source>
            <translation>Everything is set up</translation>
        </message>
        <message>
            <source>其余的以后再做</source>
            <translation>The rest can be done later</translation>
        </message>
        <message>
            <source>“今日”会提醒，按“继续设置”就接着做。</source>
            <translation>"Today" reminds you; press "Go on setting up" to continue.</translation>
        </message>
        <message>
            <source>开始使用</source>
            <translation>Start working</translation>
        </message>
        <message>
            <source>以后每天备份到那里。</source>
            <translation>From now on backups go there every day.</translation>
        </message>
        <message>
            <source>备份先放在这台电脑上；有了 U 盘请在“设置”里换。</source>
            <translation>Backups stay on this computer for now; once you have a USB stick, change it under "Settings".</translation>
        </message>
        <message>
            <source>设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>外观</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>文件夹</source>
            <translation>Folders</translation>
        </message>
        <message>
            <source>文本</source>
            <translation>Texts</translation>
        </message>
        <message>
            <source>练习不用密码，人员和密码在练习里不能改；在真的登记点里再设置。</source>
            <translation>Practising needs no password: staff and passwords cannot be changed here; set them at the real point.</translation>
        </message>
        <message>
            <source>练习</source>
            <translation>Practice</translation>
        </message>
        <message>
            <source>向省中心备案</source>
            <translation>Enrolment with the provincial centre</translation>
        </message>
        <message>
            <source>重新开始练习…</source>
            <translation>Start the practice anew…</translation>
        </message>
        <message>
            <source>1  导出备案申请…</source>
            <translation>1  Export the enrolment request…</translation>
        </message>
        <message>
            <source>2  导入备案文件…</source>
            <translation>2  Import the enrolment file…</translation>
        </message>
        <message>
            <source>上传</source>
            <translation>Upload</translation>
        </message>
        <message>
            <source>语言</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>给技术支持</source>
            <translation>For technical support</translation>
        </message>
        <message>
            <source>日志、版本、检查结果和条数；没有任何人的信息</source>
            <translation>Log, versions, check results and counts; nothing about anybody</translation>
        </message>
        <message>
            <source>导出诊断包…</source>
            <translation>Export the support bundle…</translation>
        </message>
        <message>
            <source>登录人员</source>
            <translation>Signed in</translation>
        </message>
        <message>
            <source>练习的登记不能备案，也不能封批给省中心。</source>
            <translation>A practice point cannot enrol, nor seal batches for the provincial centre.</translation>
        </message>
        <message>
            <source>已备案，可以封批上报。</source>
            <translation>Enrolled; batches can be sealed.</translation>
        </message>
        <message>
            <source>还没有备案，不能封批。</source>
            <translation>Not enrolled yet; batches cannot be sealed.</translation>
        </message>
        <message>
            <source>新密码已设置。恢复码已经用过，请换一个新的，把原来那张纸销毁。</source>
            <translation>The new password is set. The recovery code has been used: please replace it and destroy the old paper.</translation>
        </message>
        <message>
            <source>练习里现在的登记都会清空，换成刚开始的样子。真的登记不受影响。</source>
            <translation>All practice registrations are cleared and replaced by those of the beginning. Real registrations are not affected.</translation>
        </message>
        <message>
            <source>重新开始练习</source>
            <translation>Start the practice anew</translation>
        </message>
        <message>
            <source>清空，重新开始</source>
            <translation>Clear and start anew</translation>
        </message>
        <message>
            <source>导出诊断包</source>
            <translation>Export the support bundle</translation>
        </message>
        <message>
            <source>新密码（至少 {n} 个字符，例如几个不相干的词）</source>
            <translation>New password (at least {n} characters, for example a few unrelated words)</translation>
        </message>
        <message>
            <source>再输一遍密码</source>
            <translation>Password again</translation>
        </message>
        <message>
            <source>两次输入的密码不一样。请重新输入。</source>
            <translation>The two passwords are not the same. Please type them again.</translation>
        </message>
        <message>
            <source>遗体（器官、组织）捐献登记点</source>
            <translation>Body, organ and tissue donation registration point</translation>
        </message>
        <message>
            <source>登录</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>忘记密码…</source>
            <translation>Forgot the password…</translation>
        </message>
        <message>
            <source>从备份恢复…</source>
            <translation>Restore from a backup…</translation>
        </message>
        <message>
            <source>虚构的人，不需要密码；和真的登记完全分开</source>
            <translation>Made-up people, no password; wholly apart from real registrations</translation>
        </message>
        <message>
            <source>练习模式…</source>
            <translation>Practice mode…</translation>
        </message>
        <message>
            <source>签名处</source>
            <translation>Place to sign</translation>
        </message>
        <message>
            <source>请用笔或鼠标在这里签名</source>
            <translation>Please sign here with the pen or mouse</translation>
        </message>
        <message>
            <source>签名</source>
            <translation>Signature</translation>
        </message>
        <message>
            <source>请{who}在下面签名：</source>
            <translation>{who}, please sign below:</translation>
        </message>
        <message>
            <source>退一笔</source>
            <translation>Undo a stroke</translation>
        </message>
        <message>
            <source>重签</source>
            <translation>Sign again</translation>
        </message>
        <message>
            <source>完成</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>人员列表</source>
            <translation>List of staff</translation>
        </message>
        <message>
            <source>添加人员…</source>
            <translation>Add a staff member…</translation>
        </message>
        <message>
            <source>修改姓名、角色…</source>
            <translation>Change name or role…</translation>
        </message>
        <message>
            <source>重设密码…</source>
            <translation>Reset the password…</translation>
        </message>
        <message>
            <source>停用…</source>
            <translation>Disable…</translation>
        </message>
        <message>
            <source>启用…</source>
            <translation>Enable…</translation>
        </message>
        <message>
            <source>已停用</source>
            <translation>Disabled</translation>
        </message>
        <message>
            <source>临时密码，还没有登录过</source>
            <translation>Temporary password, not signed in yet</translation>
        </message>
        <message>
            <source>可以登录</source>
            <translation>Can sign in</translation>
        </message>
        <message>
            <source>{number} 原来的密码立即失效，改用一次性的临时密码。</source>
            <translation>The present password of {number} stops working at once and is replaced by a temporary one for a single use.</translation>
        </message>
        <message>
            <source>重设密码</source>
            <translation>Reset the password</translation>
        </message>
        <message>
            <source>{number} 又可以登录，先用一次性的临时密码。</source>
            <translation>{number} can sign in again, first with a temporary password for a single use.</translation>
        </message>
        <message>
            <source>启用</source>
            <translation>Enable</translation>
        </message>
        <message>
            <source>{number} 不能再登录；以前的登记和记录都保留。这个人可能带走过电脑、U 盘或文件的拷贝时，请再到“密码”里更换登记库密钥。</source>
            <translation>{number} can no longer sign in; earlier registrations and records are kept. If this person may have taken a copy of a computer, USB stick or file, please also replace the register's key under "Password".</translation>
        </message>
        <message>
            <source>停用</source>
            <translation>Disable</translation>
        </message>
        <message>
            <source>账号已停用。</source>
            <translation>The account has been disabled.</translation>
        </message>
        <message>
            <source>本月</source>
            <translation>This month</translation>
        </message>
        <message>
            <source>上月</source>
            <translation>Last month</translation>
        </message>
        <message>
            <source>今年</source>
            <translation>This year</translation>
        </message>
        <message>
            <source>去年</source>
            <translation>Last year</translation>
        </message>
        <message>
            <source>全部时间</source>
            <translation>All time</translation>
        </message>
        <message>
            <source>统计</source>
            <translation>Figures</translation>
        </message>
        <message>
            <source>自选</source>
            <translation>Own choice</translation>
        </message>
        <message>
            <source>从</source>
            <translation>From</translation>
        </message>
        <message>
            <source>导出月报（XLSX）…</source>
            <translation>Export the report (XLSX)…</translation>
        </message>
        <message>
            <source>月报是整月的：先把时间选为整个月</source>
            <translation>The report is of a whole month: choose a whole month as the period first</translation>
        </message>
        <message>
            <source>打开列表</source>
            <translation>Open the list</translation>
        </message>
        <message>
            <source>按什么分</source>
            <translation>By what it is divided</translation>
        </message>
        <message>
            <source>项目</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>份数</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>比较</source>
            <translation>Compared</translation>
        </message>
        <message>
            <source>Enter 或双击打开列表</source>
            <translation>Enter or a double click opens the list</translation>
        </message>
        <message>
            <source>按{part}</source>
            <translation>By {part}</translation>
        </message>
        <message>
            <source>正在统计…</source>
            <translation>Counting…</translation>
        </message>
        <message>
            <source>一份登记可以算在几项里。</source>
            <translation>A registration may count in several items.</translation>
        </message>
        <message>
            <source>另有 {n} 份的个人信息已经删除，不计在内。</source>
            <translation>{n} more whose personal data was deleted are not counted.</translation>
        </message>
        <message>
            <source>这里只是这个月的一部分；要导出月报，请把时间选为整个月。</source>
            <translation>This is a part of the month only; to export the monthly report, choose the whole month.</translation>
        </message>
        <message>
            <source>登记统计</source>
            <translation>Figures on registrations</translation>
        </message>
        <message>
            <source>已取消，没有备份。</source>
            <translation>Cancelled; no backup was made.</translation>
        </message>
        <message>
            <source>备份完成，已读回核对：{file}</source>
            <translation>Backup complete, read back and checked: {file}</translation>
        </message>
        <message>
            <source>正在备份</source>
            <translation>Backing up</translation>
        </message>
        <message>
            <source>已取消，没有查完。</source>
            <translation>Cancelled; the check was not finished.</translation>
        </message>
        <message>
            <source>正在检查登记库</source>
            <translation>Checking the register</translation>
        </message>
        <message>
            <source>已取消，没有导出。</source>
            <translation>Cancelled; nothing was exported.</translation>
        </message>
        <message>
            <source>诊断包已导出，里面没有任何人的信息：{file}</source>
            <translation>The support bundle has been exported; it says nothing about anybody: {file}</translation>
        </message>
        <message>
            <source>正在备份，完成后自动关闭</source>
            <translation>Backing up; the window closes by itself afterwards</translation>
        </message>
        <message>
            <source>不备份了</source>
            <translation>Do not back up</translation>
        </message>
        <message>
            <source>这个文件夹和登记库在同一块硬盘上：硬盘坏了，两样一起没有。请尽量换成 U 盘或另一块硬盘。</source>
            <translation>This folder is on the same disk as the register: if the disk breaks, both are lost. Please use a USB stick or another disk if you can.</translation>
        </message>
        <message>
            <source>还没有备份。</source>
            <translation>No backup yet.</translation>
        </message>
        <message>
            <source>不到一天前</source>
            <translation>less than a day ago</translation>
        </message>
        <message>
            <source>{n} 天前</source>
            <translation>{n} days ago</translation>
        </message>
        <message>
            <source>最近一次核对过的备份：{when}（{made}）</source>
            <translation>Last checked backup: {when} ({made})</translation>
        </message>
        <message>
            <source>文书上印的文字，可以在这里念给志愿者听。文字有版本号，登记点不能改。</source>
            <translation>The words printed on the papers; they can be read out to the volunteer here. They have a version number, and the point cannot change them.</translation>
        </message>
        <message>
            <source>要看哪一种文书的文字</source>
            <translation>The paper whose words are shown</translation>
        </message>
        <message>
            <source>文书的文字</source>
            <translation>The words of the paper</translation>
        </message>
        <message>
            <source>这台电脑的设置没有存下来，关闭程序以后就没有了。</source>
            <translation>What was chosen for this PC was not saved; it is gone when the program is closed.</translation>
        </message>
        <message>
            <source>请检查磁盘有没有满、自己的文件夹能不能写入，再选一次。</source>
            <translation>Please check whether the disk is full and your own folder can be written to, then choose again.</translation>
        </message>
        <message>
            <source>没有填完，打开继续</source>
            <translation>Not finished; open to go on</translation>
        </message>
        <message>
            <source>等待见证</source>
            <translation>Waiting for witnesses</translation>
        </message>
        <message>
            <source>等待打印意愿书</source>
            <translation>Waiting for the letter of intent to be printed</translation>
        </message>
        <message>
            <source>等待签名、归档</source>
            <translation>Waiting to be signed and filed</translation>
        </message>
        <message>
            <source>等待封批上报</source>
            <translation>Waiting to be sealed in a batch</translation>
        </message>
        <message>
            <source>已封批，等待省中心回执</source>
            <translation>Sealed, waiting for the provincial centre's receipt</translation>
        </message>
        <message>
            <source>省中心退回，需要更正</source>
            <translation>Returned by the provincial centre, to be corrected</translation>
        </message>
        <message>
            <source>省中心已接收</source>
            <translation>Accepted by the provincial centre</translation>
        </message>
        <message>
            <source>今日</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>继续设置</source>
            <translation>Go on setting up</translation>
        </message>
        <message>
            <source>证明、志愿者卡、意愿书等，不需要网络</source>
            <translation>Certificates, volunteer cards, letters of intent and more; no network needed</translation>
        </message>
        <message>
            <source>验证文书</source>
            <translation>Verify a paper</translation>
        </message>
        <message>
            <source>登记明确不捐献…</source>
            <translation>Record a refusal to donate…</translation>
        </message>
        <message>
            <source>打印全部待印意愿书…</source>
            <translation>Print all waiting letters of intent…</translation>
        </message>
        <message>
            <source>还没有完成的设置：{names}</source>
            <translation>Still to be set up: {names}</translation>
        </message>
        <message>
            <source>本登记点还没有向省中心备案，不能封批。请管理员到“设置”里导出备案申请。</source>
            <translation>This point is not enrolled with the provincial centre yet and cannot seal batches. An administrator should export the enrolment request under "Settings".</translation>
        </message>
        <message>
            <source>省中心退回</source>
            <translation>Returned by the provincial centre</translation>
        </message>
        <message>
            <source>缺签名扫描件</source>
            <translation>Scan of the signed paper missing</translation>
        </message>
        <message>
            <source>证明待交付</source>
            <translation>Certificate to be handed over</translation>
        </message>
        <message>
            <source>待转介浙江遗嘱库</source>
            <translation>To be referred to the Zhejiang Will Registry</translation>
        </message>
        <message>
            <source>证件即将到期</source>
            <translation>Document expires soon</translation>
        </message>
        <message>
            <source>同意书文本已更新</source>
            <translation>The consent text has been renewed</translation>
        </message>
        <message>
            <source>同意已满 60 天仍未签署</source>
            <translation>Consent 60 days old and still not signed</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>待办事项</source>
            <translation>To do</translation>
        </message>
        <message>
            <source>证明已交付</source>
            <translation>Certificate handed over</translation>
        </message>
        <message>
            <source>已转介遗嘱库</source>
            <translation>Referred for a will</translation>
        </message>
        <message>
            <source>打印{name}</source>
            <translation>Print: {name}</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>没有其他待办事项</source>
            <translation>Nothing else to do</translation>
        </message>
        <message>
            <source>刚才输入的内容还没有存到登记库里，现在离开就没有了，所以先留在这里。</source>
            <translation>What was just typed is not in the store yet and would be lost by leaving now, so the page stays.</translation>
        </message>
        <message>
            <source>还没有保存</source>
            <translation>Not saved yet</translation>
        </message>
        <message>
            <source>再试一次</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>留在这里</source>
            <translation>Stay here</translation>
        </message>
        <message>
            <source>放弃这些输入并退出</source>
            <translation>Give up what was typed and close</translation>
        </message>
        <message>
            <source>这个版本不经网络上传：批次请用 U 盘交给省中心，回执也用 U 盘带回。</source>
            <translation>This version does not upload through the network: please take batches to the provincial centre on a USB stick, and bring receipts back on one.</translation>
        </message>
        <message>
            <source>省中心没有给出上传地址。</source>
            <translation>The provincial centre has given no address for uploading.</translation>
        </message>
        <message>
            <source>省中心给出的上传地址：{address}</source>
            <translation>Address for uploading given by the provincial centre: {address}</translation>
        </message>
        <message>
            <source>上传凭证：有</source>
            <translation>Upload token: there</translation>
        </message>
        <message>
            <source>上传凭证：没有</source>
            <translation>Upload token: none</translation>
        </message>
        <message>
            <source>请扫描文书、证明或志愿者卡上的二维码，或粘贴它的内容；也可以打开 PDF 文件或扫描的图片，或把文件拖到这里。</source>
            <translation>Please scan the QR code on the paper, certificate or volunteer card, or paste its content; you can also open a PDF file or a scanned picture, or drag the file here.</translation>
        </message>
        <message>
            <source>二维码内容</source>
            <translation>Content of the QR code</translation>
        </message>
        <message>
            <source>登记遗嘱服务转介</source>
            <translation>Record a referral for a will</translation>
        </message>
        <message>
            <source>验证</source>
            <translation>Verify</translation>
        </message>
        <message>
            <source>打开文件…</source>
            <translation>Open a file…</translation>
        </message>
        <message>
            <source>文书 (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)</source>
            <translation>Papers (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)</translation>
        </message>
        <message>
            <source>打开文件</source>
            <translation>Open a file</translation>
        </message>
        <message>
            <source>已登记转介浙江遗嘱库。</source>
            <translation>The referral to the Zhejiang Will Registry has been recorded.</translation>
        </message>
        <message>
            <source>一次只能验证一个文件。请一个一个地拖到这里。</source>
            <translation>Only one file at a time can be verified. Please drag them here one by one.</translation>
        </message>
        <message>
            <source>给志愿者看</source>
            <translation>Show to the volunteer</translation>
        </message>
        <message>
            <source>F9：全屏大字，请志愿者逐页核对</source>
            <translation>F9: full screen in large type, for the volunteer to check page by page</translation>
        </message>
        <message>
            <source>显示在</source>
            <translation>Shown on</translation>
        </message>
        <message>
            <source>志愿者屏显示在哪个屏幕</source>
            <translation>Which screen shows the volunteer's pages</translation>
        </message>
        <message>
            <source>（工作人员的）</source>
            <translation> (the staff's)</translation>
        </message>
        <message>
            <source>屏幕 {n}</source>
            <translation>Screen {n}</translation>
        </message>
        <message>
            <source>志愿者已在屏幕上核对并同意（{time}）。意愿以签名的意愿书为准。</source>
            <translation>The volunteer checked it on the screen and agreed ({time}). What counts is the signed letter of intent.</translation>
        </message>
        <message>
            <source>志愿者想修改：{title}。</source>
            <translation>The volunteer wants to change: {title}.</translation>
        </message>
        <message>
            <source>内容已经定稿：意愿变了请按“变更…”，记录有错请按“更正…”。</source>
            <translation> The content is final: if the wish has changed press "Change…", if the record is wrong press "Correct…".</translation>
        </message>
        <message>
            <source>（还没有填写）</source>
            <translation>(not filled in yet)</translation>
        </message>
        <message>
            <source>我是</source>
            <translation>I am</translation>
        </message>
        <message>
            <source>我愿意捐献</source>
            <translation>I want to donate</translation>
        </message>
        <message>
            <source>用来</source>
            <translation>For</translation>
        </message>
        <message>
            <source>我走了以后，替我通知省中心的是</source>
            <translation>After I am gone, the provincial centre will be told by</translation>
        </message>
        <message>
            <source>我的亲属</source>
            <translation>My relatives</translation>
        </message>
        <message>
            <source>（没有另写家书。）</source>
            <translation>(No family letter was written.)</translation>
        </message>
        <message>
            <source>我捐献什么</source>
            <translation>What I donate</translation>
        </message>
        <message>
            <source>谁替我办</source>
            <translation>Who acts for me</translation>
        </message>
        <message>
            <source>我写给家人的话</source>
            <translation>My words to my family</translation>
        </message>
        <message>
            <source>我的声明</source>
            <translation>My declarations</translation>
        </message>
        <message>
            <source>我随时可以改变主意</source>
            <translation>I can change my mind at any time</translation>
        </message>
        <message>
            <source>捐献是我自愿的，没有报酬，谁也不能强迫我。</source>
            <translation>I donate of my own free will, without payment; nobody may force me.</translation>
        </message>
        <message>
            <source>今天同意了，以后也随时可以改、可以撤销，不需要说明理由。</source>
            <translation>Having agreed today, I can still change or withdraw it at any time, without giving a reason.</translation>
        </message>
        <message>
            <source>有几份不同的意愿书，以最后一份为准。</source>
            <translation>Of several letters of intent the last one counts.</translation>
        </message>
        <message>
            <source>登记不登记，都不影响我得到的治疗和照顾。</source>
            <translation>Whether I register or not makes no difference to my treatment and care.</translation>
        </message>
        <message>
            <source>我的信息，我可以查看、更正，也可以要求删除。</source>
            <translation>I can see and correct my data, and ask for it to be deleted.</translation>
        </message>
        <message>
            <source>还需约 {n} 秒</source>
            <translation>About {n} s left</translation>
        </message>
        <message>
            <source>还需约 {n} 分钟</source>
            <translation>About {n} min left</translation>
        </message>
        <message>
            <source>正在停止…</source>
            <translation>Stopping…</translation>
        </message>
        <message>
            <source>页面</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>锁定</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>Ctrl+L：离开座位时按</source>
            <translation>Ctrl+L: press it when you leave your seat</translation>
        </message>
    </context>
    <context>
        <name>registry</name>
        <message>
            <source>打印的意愿书</source>
            <translation>Printed letter of intent</translation>
        </message>
        <message>
            <source>志愿者照片</source>
            <translation>Volunteer's photo</translation>
        </message>
        <message>
            <source>证件扫描件</source>
            <translation>Scan of the document</translation>
        </message>
        <message>
            <source>签名件扫描</source>
            <translation>Scan of the signed paper</translation>
        </message>
        <message>
            <source>见证照片</source>
            <translation>Photo of the witnessing</translation>
        </message>
        <message>
            <source>见证录音录像</source>
            <translation>Recording of the witnessing</translation>
        </message>
        <message>
            <source>手写签名图</source>
            <translation>Signature drawn by hand</translation>
        </message>
        <message>
            <source>见证人 {1}</source>
            <translation>Witness {1}</translation>
        </message>
        <message>
            <source>志愿者 {1}</source>
            <translation>Volunteer {1}</translation>
        </message>
        <message>
            <source>否</source>
            <translation>No</translation>
        </message>
        <message>
            <source>是</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>草稿</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>已记录</source>
            <translation>Recorded</translation>
        </message>
        <message>
            <source>已封批</source>
            <translation>Sealed</translation>
        </message>
        <message>
            <source>已接收</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>已退回</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>已被替代</source>
            <translation>Superseded</translation>
        </message>
        <message>
            <source>已放弃</source>
            <translation>Given up</translation>
        </message>
        <message>
            <source>这条日志现在是“{1}”，不能变为“{2}”。</source>
            <translation>This diary entry is now "{1}" and cannot become "{2}".</translation>
        </message>
        <message>
            <source>请刷新列表，再选这一条。</source>
            <translation>Please refresh the list and choose the entry again.</translation>
        </message>
        <message>
            <source>（已删除）</source>
            <translation>(deleted)</translation>
        </message>
        <message>
            <source>护照号码为 6 至 20 位字母和数字</source>
            <translation>a passport number has 6 to 20 letters and digits</translation>
        </message>
        <message>
            <source>港澳居民来往内地通行证为 H 或 M 加 8 位数字</source>
            <translation>a travel permit for Hong Kong and Macao residents has H or M and 8 digits</translation>
        </message>
        <message>
            <source>台湾居民来往大陆通行证为 8 位数字</source>
            <translation>a travel permit for Taiwan residents has 8 digits</translation>
        </message>
        <message>
            <source>军官证形如“军字第1234567号”</source>
            <translation>an officer's ID looks like "军字第1234567号"</translation>
        </message>
        <message>
            <source>外国人永久居留身份证应为 9 开头的 18 位号码，或 3 个字母加 12 位数字。</source>
            <translation>A foreigner's permanent residence card has 18 digits beginning with 9, or 3 letters and 12 digits.</translation>
        </message>
        <message>
            <source>请对照证件重新输入。</source>
            <translation>Please type it again from the document.</translation>
        </message>
        <message>
            <source>号码格式不对：{1}。</source>
            <translation>The number has the wrong form: {1}.</translation>
        </message>
        <message>
            <source>请对照证件重新输入，或改选证件类型。</source>
            <translation>Please type it again from the document, or choose another document type.</translation>
        </message>
        <message>
            <source>这是旧的 15 位身份证号码，已经停止使用。</source>
            <translation>This is an old ID number of 15 digits, which is no longer valid.</translation>
        </message>
        <message>
            <source>请按新证件输入 18 位号码。</source>
            <translation>Please type the 18 digits of the new document.</translation>
        </message>
        <message>
            <source>号码应为 18 位，现在是 {1} 位。</source>
            <translation>The number should have 18 characters, it has {1}.</translation>
        </message>
        <message>
            <source>请对照证件补全或删去多余的字符。</source>
            <translation>Please add or remove characters as on the document.</translation>
        </message>
        <message>
            <source>号码里有不该出现的字符。</source>
            <translation>The number has characters that do not belong there.</translation>
        </message>
        <message>
            <source>前 17 位只能是数字，末位是数字或 X。</source>
            <translation>The first 17 must be digits, the last one a digit or X.</translation>
        </message>
        <message>
            <source>号码的校验位不对，至少有一位输错了。</source>
            <translation>The number's check digit is wrong, so at least one character is mistyped.</translation>
        </message>
        <message>
            <source>请对照证件逐位核对。</source>
            <translation>Please check it against the document character by character.</translation>
        </message>
        <message>
            <source>号码里的出生日期不存在。</source>
            <translation>The date of birth in the number does not exist.</translation>
        </message>
        <message>
            <source>请对照证件核对第 7 至 14 位。</source>
            <translation>Please check characters 7 to 14 against the document.</translation>
        </message>
        <message>
            <source>号码里的出生日期晚于今天。</source>
            <translation>The date of birth in the number is later than today.</translation>
        </message>
        <message>
            <source>港澳台居民居住证号码应以 810000、820000 或 830000 开头。</source>
            <translation>The number of a residence permit for Hong Kong, Macao and Taiwan residents begins with 810000, 820000 or 830000.</translation>
        </message>
        <message>
            <source>请核对号码，或改选证件类型。</source>
            <translation>Please check the number, or choose another document type.</translation>
        </message>
        <message>
            <source>这个号码不是居民身份证的号码。</source>
            <translation>This is not the number of a resident ID card.</translation>
        </message>
        <message>
            <source>请核对前六位，或改选证件类型。</source>
            <translation>Please check the first six digits, or choose another document type.</translation>
        </message>
        <message>
            <source>已填写</source>
            <translation>Filled in</translation>
        </message>
        <message>
            <source>已见证</source>
            <translation>Witnessed</translation>
        </message>
        <message>
            <source>已打印</source>
            <translation>Printed</translation>
        </message>
        <message>
            <source>已签署</source>
            <translation>Signed</translation>
        </message>
        <message>
            <source>已删除</source>
            <translation>Deleted</translation>
        </message>
        <message>
            <source>这份登记现在是“{1}”，不能变为“{2}”。</source>
            <translation>This registration is now "{1}" and cannot become "{2}".</translation>
        </message>
        <message>
            <source>请打开这份登记，按页面左侧的步骤继续。</source>
            <translation>Please open this registration and follow the steps on the left.</translation>
        </message>
        <message>
            <source>这份登记还没有见证，可以直接修改。</source>
            <translation>This registration has not been witnessed yet and can be changed directly.</translation>
        </message>
        <message>
            <source>请打开它继续填写。</source>
            <translation>Please open it and go on.</translation>
        </message>
        <message>
            <source>这份登记还没有见证，没有可以撤销的意愿。</source>
            <translation>This registration has not been witnessed yet; there is no wish to withdraw.</translation>
        </message>
        <message>
            <source>不再登记的可以放着不办；本人明确不捐献的，请用“明确不捐献”。</source>
            <translation>If the person does not go on, simply leave it; if the person clearly refuses to donate, use "Refuse to donate".</translation>
        </message>
        <message>
            <source>这份登记已经{1}。</source>
            <translation>This registration is already marked: {1}.</translation>
        </message>
        <message>
            <source>不需要再次办理；本人又愿意捐献的，请用“重新登记”。</source>
            <translation>It need not be done again; if the person wants to donate again, use "Register again".</translation>
        </message>
        <message>
            <source>这份登记的个人信息已经删除，只留下编号和日期。</source>
            <translation>The personal data of this registration has been deleted; only serial and dates are left.</translation>
        </message>
        <message>
            <source>本人又愿意登记的，请另作新登记。</source>
            <translation>If the person wants to register again, please make a new registration.</translation>
        </message>
        <message>
            <source>这份登记没有正在填写的变更或更正，没有可以放弃的。</source>
            <translation>This registration has no change or correction under way that could be given up.</translation>
        </message>
        <message>
            <source>请重新打开这份登记，看它现在的状态。</source>
            <translation>Please open this registration again to see its present state.</translation>
        </message>
        <message>
            <source>这份登记里的意愿仍然有效。</source>
            <translation>The wish in this registration is still in force.</translation>
        </message>
        <message>
            <source>意愿变了请用“变更”。</source>
            <translation>If the wish has changed, use "Change".</translation>
        </message>
        <message>
            <source>长期</source>
            <translation>No expiry</translation>
        </message>
        <message>
            <source>密码太短，至少要 {1} 个字符。</source>
            <translation>The password is too short; it needs at least {1} characters.</translation>
        </message>
        <message>
            <source>请换一个更长、只有自己知道的密码，例如几个不相干的词连在一起。</source>
            <translation>Please choose a longer one only you know, for example a few unrelated words in a row.</translation>
        </message>
        <message>
            <source>密码太长，至多 {1} 个字符。</source>
            <translation>The password is too long; at most {1} characters.</translation>
        </message>
        <message>
            <source>请换一个短些、自己记得住的密码。</source>
            <translation>Please choose a shorter one you can remember.</translation>
        </message>
        <message>
            <source>这个密码太常见，或只有数字、单位名称、工号或连续的字符，容易被猜到。</source>
            <translation>This password is too common, or only digits, the institution's name, the staff number or a run of characters; it is easy to guess.</translation>
        </message>
        <message>
            <source>请换一个只有自己知道的密码，例如几个不相干的词连在一起。</source>
            <translation>Please choose one only you know, for example a few unrelated words in a row.</translation>
        </message>
        <message>
            <source>地址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>整份登记</source>
            <translation>Whole registration</translation>
        </message>
        <message>
            <source>捐献类别</source>
            <translation>Category of donation</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>执行人{1}</source>
            <translation>Executor – {1}</translation>
        </message>
        <message>
            <source>亲属{1:d}{2}</source>
            <translation>Relative {1:d} – {2}</translation>
        </message>
        <message>
            <source>亲属{1}</source>
            <translation>Relative – {1}</translation>
        </message>
        <message>
            <source>见证人{1:d}{2}</source>
            <translation>Witness {1:d} – {2}</translation>
        </message>
        <message>
            <source>见证人{1}</source>
            <translation>Witness – {1}</translation>
        </message>
        <message>
            <source>没有填写{1}。</source>
            <translation>{1} is missing.</translation>
        </message>
        <message>
            <source>请补填。</source>
            <translation>Please fill it in.</translation>
        </message>
        <message>
            <source>{1}不在可选的范围内。</source>
            <translation>{1} is not one of the choices.</translation>
        </message>
        <message>
            <source>请从列表中选一项。</source>
            <translation>Please choose from the list.</translation>
        </message>
        <message>
            <source>人数应是 0 至 {1} 的整数。</source>
            <translation>The number of people should be a whole number from 0 to {1}.</translation>
        </message>
        <message>
            <source>请只填数字，没有人就填 0。</source>
            <translation>Please enter digits only; 0 if nobody came.</translation>
        </message>
        <message>
            <source>请输入姓名、拼音首字母或编号，再从列表里选。</source>
            <translation>Please enter a name, pinyin initials or a serial, then choose from the list.</translation>
        </message>
        <message>
            <source>请填写能联系到本人的电话。</source>
            <translation>Please enter a phone number where the person can be reached.</translation>
        </message>
        <message>
            <source>队员当见证人的次数按姓名和证件号码统计。</source>
            <translation>Acts of witnessing by team members are counted by name and document number.</translation>
        </message>
        <message>
            <source>离队日期早于入队日期。</source>
            <translation>The date of leaving is before the date of joining.</translation>
        </message>
        <message>
            <source>请核对两个日期。</source>
            <translation>Please check both dates.</translation>
        </message>
        <message>
            <source>请选择队员。</source>
            <translation>Please choose a team member.</translation>
        </message>
        <message>
            <source>{1}不对。</source>
            <translation>{1} is not right.</translation>
        </message>
        <message>
            <source>请按 09:00 的样子填写。</source>
            <translation>Please enter it like 09:00.</translation>
        </message>
        <message>
            <source>结束时间不晚于开始时间。</source>
            <translation>The end time is not later than the start time.</translation>
        </message>
        <message>
            <source>过夜的值班请分两天填写。</source>
            <translation>Please enter a shift past midnight as two days.</translation>
        </message>
        <message>
            <source>请填写，如 20261124。</source>
            <translation>Please fill it in, e.g. 20261124.</translation>
        </message>
        <message>
            <source>{1}不是一个存在的日期。</source>
            <translation>{1} is not an existing date.</translation>
        </message>
        <message>
            <source>请核对年月日。</source>
            <translation>Please check year, month and day.</translation>
        </message>
        <message>
            <source>{1}晚于今天。</source>
            <translation>{1} is later than today.</translation>
        </message>
        <message>
            <source>日志只记已经做过的事。</source>
            <translation>The diary only holds what has been done.</translation>
        </message>
        <message>
            <source>没有选择{1}。</source>
            <translation>{1} is not chosen.</translation>
        </message>
        <message>
            <source>可选：{1}。</source>
            <translation>Choices: {1}.</translation>
        </message>
        <message>
            <source>这一项必填。</source>
            <translation>This is required.</translation>
        </message>
        <message>
            <source>{1}里有证件号码或手机号码。</source>
            <translation>{1} contains a document number or mobile number.</translation>
        </message>
        <message>
            <source>日志不记个人信息，请删去号码。</source>
            <translation>The diary holds no personal data; please take the number out.</translation>
        </message>
        <message>
            <source>请填写工作人员或队员的姓名，用“、”隔开。</source>
            <translation>Please enter the names of staff or team members, separated by "、".</translation>
        </message>
        <message>
            <source>{1}超过 {2} 人。</source>
            <translation>{1} has more than {2} people.</translation>
        </message>
        <message>
            <source>请核对姓名。</source>
            <translation>Please check the names.</translation>
        </message>
        <message>
            <source>没有选择捐献项目。</source>
            <translation>No donated item has been chosen.</translation>
        </message>
        <message>
            <source>请至少选择一项。</source>
            <translation>Please choose at least one.</translation>
        </message>
        <message>
            <source>没有选择用途。</source>
            <translation>No use has been chosen.</translation>
        </message>
        <message>
            <source>请至少选择一种用途。</source>
            <translation>Please choose at least one use.</translation>
        </message>
        <message>
            <source>捐献项目不在可选的范围内。</source>
            <translation>A donated item is not one of the choices.</translation>
        </message>
        <message>
            <source>请从列表中选择。</source>
            <translation>Please choose from the list.</translation>
        </message>
        <message>
            <source>用途不在可选的范围内。</source>
            <translation>A use is not one of the choices.</translation>
        </message>
        <message>
            <source>既选了“全部可用的器官和组织”，又单选了其中几项，前后矛盾。</source>
            <translation>"All usable organs and tissue" and single ones of them are both chosen, which contradicts itself.</translation>
        </message>
        <message>
            <source>请问清志愿者：全部都捐，还是只捐所选的几项。</source>
            <translation>Please ask the volunteer: all of them, or only those chosen?</translation>
        </message>
        <message>
            <source>只捐遗体不能只用于临床移植，前后矛盾。</source>
            <translation>A donation of the body alone cannot be for transplantation only; that contradicts itself.</translation>
        </message>
        <message>
            <source>请加选医学教学或科学研究，或加选器官、组织。</source>
            <translation>Please add medical teaching or research, or add organs or tissue.</translation>
        </message>
        <message>
            <source>选了先后顺序，但没有同时选遗体和器官（组织）。</source>
            <translation>An order is chosen, but not both the body and organs (tissue).</translation>
        </message>
        <message>
            <source>请补选项目，或清除先后顺序。</source>
            <translation>Please add items, or clear the order.</translation>
        </message>
        <message>
            <source>选了以遗体捐献为主，但没有选遗体。</source>
            <translation>Donation mainly of the body is chosen, but not the body.</translation>
        </message>
        <message>
            <source>请补选遗体，或清除先后顺序。</source>
            <translation>Please add the body, or clear the order.</translation>
        </message>
        <message>
            <source>还没有确认志愿者具有完全民事行为能力。</source>
            <translation>It has not been confirmed that the volunteer has full legal capacity.</translation>
        </message>
        <message>
            <source>请向志愿者说明并勾选。</source>
            <translation>Please explain it to the volunteer and tick it.</translation>
        </message>
        <message>
            <source>还没有确认捐献是自愿、无偿的。</source>
            <translation>It has not been confirmed that the donation is voluntary and unpaid.</translation>
        </message>
        <message>
            <source>志愿者还没有单独同意处理个人信息。</source>
            <translation>The volunteer has not consented separately to the use of personal data.</translation>
        </message>
        <message>
            <source>请宣读同意书，志愿者同意后勾选。</source>
            <translation>Please read out the consent and tick it once the volunteer agrees.</translation>
        </message>
        <message>
            <source>有亲属{1}。</source>
            <translation>A relative: {1}.</translation>
        </message>
        <message>
            <source>请再作沟通；志愿者坚持的可以继续。</source>
            <translation>Please talk with them again; if the volunteer insists, go on.</translation>
        </message>
        <message>
            <source>近亲属与志愿者是同一人。</source>
            <translation>A close relative is the volunteer.</translation>
        </message>
        <message>
            <source>请填亲属本人的姓名和电话；没有亲属的把这一位清空。</source>
            <translation>Please enter the relative's own name and phone; if there is none, clear this entry.</translation>
        </message>
        <message>
            <source>近亲属与志愿者同名。</source>
            <translation>A close relative has the volunteer's name.</translation>
        </message>
        <message>
            <source>请核对是不是填成了本人；确是同名亲属的可以继续。</source>
            <translation>Please check that it is not the volunteer by mistake; if the relative really has the same name, go on.</translation>
        </message>
        <message>
            <source>请尽量让家人知情；没有亲属的可以继续。</source>
            <translation>Please try to let the family know; if there are no relatives, go on.</translation>
        </message>
        <message>
            <source>没有登记近亲属。</source>
            <translation>No close relative is registered.</translation>
        </message>
        <message>
            <source>捐献执行人不能是志愿者本人。</source>
            <translation>The donation executor cannot be the volunteer.</translation>
        </message>
        <message>
            <source>请另选一位能在身后联系省中心的成年人。</source>
            <translation>Please choose another adult who can notify the provincial centre after death.</translation>
        </message>
        <message>
            <source>捐献执行人未满 18 周岁。</source>
            <translation>The donation executor is under 18.</translation>
        </message>
        <message>
            <source>请另选一位成年人。</source>
            <translation>Please choose another adult.</translation>
        </message>
        <message>
            <source>{1}不对：{2}</source>
            <translation>{1} is not right: {2}</translation>
        </message>
        <message>
            <source>看不见的字符</source>
            <translation>an invisible character</translation>
        </message>
        <message>
            <source>{1}里有不能用作姓名的{2}（U+{3}）。</source>
            <translation>{1} contains {2} (U+{3}), which cannot be part of a name.</translation>
        </message>
        <message>
            <source>请删去它，只保留证件上的姓名。</source>
            <translation>Please remove it and keep only the name on the document.</translation>
        </message>
        <message>
            <source>{1}里没有文字。</source>
            <translation>{1} contains no letters.</translation>
        </message>
        <message>
            <source>请按证件填写。</source>
            <translation>Please fill it in as on the document.</translation>
        </message>
        <message>
            <source>{1}超过 {2} 个字。</source>
            <translation>{1} has more than {2} characters.</translation>
        </message>
        <message>
            <source>请按证件核对。</source>
            <translation>Please check it against the document.</translation>
        </message>
        <message>
            <source>{1}只有一个字。</source>
            <translation>{1} has only one character.</translation>
        </message>
        <message>
            <source>请确认证件上确实如此。</source>
            <translation>Please make sure the document really says so.</translation>
        </message>
        <message>
            <source>手机号码为 1 开头的 11 位数字。</source>
            <translation>A mobile number has 11 digits beginning with 1.</translation>
        </message>
        <message>
            <source>固定电话形如 0571-87654321。</source>
            <translation>A landline looks like 0571-87654321.</translation>
        </message>
        <message>
            <source>请填 11 位手机号码，或带区号的固定电话。</source>
            <translation>Please enter a mobile number of 11 digits, or a landline with area code.</translation>
        </message>
        <message>
            <source>{1}的号码不对。</source>
            <translation>The number of {1} is not right.</translation>
        </message>
        <message>
            <source>{1}里有看不见的或无法识别的字符（U+{2}）。</source>
            <translation>{1} contains an invisible or unknown character (U+{2}).</translation>
        </message>
        <message>
            <source>请删去它，重新输入这一处。</source>
            <translation>Please remove it and type this place again.</translation>
        </message>
        <message>
            <source>请删减后再保存。</source>
            <translation>Please shorten it before saving.</translation>
        </message>
        <message>
            <source>出生日期与证件号码不一致。</source>
            <translation>The date of birth does not agree with the document number.</translation>
        </message>
        <message>
            <source>请对照证件核对出生日期和号码。</source>
            <translation>Please check date of birth and number against the document.</translation>
        </message>
        <message>
            <source>性别与证件号码不一致。</source>
            <translation>The sex does not agree with the document number.</translation>
        </message>
        <message>
            <source>请对照证件核对性别和号码。</source>
            <translation>Please check sex and number against the document.</translation>
        </message>
        <message>
            <source>出生日期晚于今天。</source>
            <translation>The date of birth is later than today.</translation>
        </message>
        <message>
            <source>请对照证件核对。</source>
            <translation>Please check it against the document.</translation>
        </message>
        <message>
            <source>按出生日期计算已超过 {1} 岁。</source>
            <translation>By the date of birth the person is older than {1}.</translation>
        </message>
        <message>
            <source>登记日期晚于今天。</source>
            <translation>The date of registration is later than today.</translation>
        </message>
        <message>
            <source>请核对登记日期和电脑的时间。</source>
            <translation>Please check the date of registration and the computer's clock.</translation>
        </message>
        <message>
            <source>登记日期早于出生日期。</source>
            <translation>The date of registration is before the date of birth.</translation>
        </message>
        <message>
            <source>请核对这两个日期。</source>
            <translation>Please check these two dates.</translation>
        </message>
        <message>
            <source>证件有效期不是一个存在的日期。</source>
            <translation>The document's expiry is not an existing date.</translation>
        </message>
        <message>
            <source>请填截止日期，或填“长期”。</source>
            <translation>Please enter the last day, or "长期" if it does not expire.</translation>
        </message>
        <message>
            <source>请按“年-月-日”填写，例如 1941-07-04。</source>
            <translation>Please enter it as year-month-day, for example 1941-07-04.</translation>
        </message>
        <message>
            <source>证件已经过期。</source>
            <translation>The document has expired.</translation>
        </message>
        <message>
            <source>请提醒志愿者换证；确认是本人后可以继续。</source>
            <translation>Please remind the volunteer to renew it; once you are sure it is the person, go on.</translation>
        </message>
        <message>
            <source>志愿者登记时未满 18 周岁。</source>
            <translation>The volunteer was under 18 at registration.</translation>
        </message>
        <message>
            <source>依法只能登记成年人，请不要继续办理。</source>
            <translation>By law only adults can register; please do not go on.</translation>
        </message>
        <message>
            <source>这位志愿者在本登记点已经登记过。</source>
            <translation>This volunteer is already registered at this point.</translation>
        </message>
        <message>
            <source>请打开已有的登记，在那里办理变更或撤销。</source>
            <translation>Please open the existing registration and record the change or withdrawal there.</translation>
        </message>
        <message>
            <source>没有留下志愿者的电话。</source>
            <translation>No phone number of the volunteer.</translation>
        </message>
        <message>
            <source>有电话的请补填；确实没有的可以继续。</source>
            <translation>If there is one, please add it; if there really is none, go on.</translation>
        </message>
        <message>
            <source>依法须有两位以上见证人同时在场，请补填。</source>
            <translation>By law two or more witnesses must be present together; please add them.</translation>
        </message>
        <message>
            <source>见证人只有 {1} 位。</source>
            <translation>The number of witnesses is only {1}.</translation>
        </message>
        <message>
            <source>见证人超过 4 位。</source>
            <translation>More than 4 witnesses.</translation>
        </message>
        <message>
            <source>请只保留实际签名的见证人。</source>
            <translation>Please keep only the witnesses who actually sign.</translation>
        </message>
        <message>
            <source>见证人与志愿者是“{1}”，不能作见证。</source>
            <translation>The witness's relation to the volunteer is "{1}"; such a person cannot witness.</translation>
        </message>
        <message>
            <source>请换一位与志愿者没有亲属和利害关系的见证人。</source>
            <translation>Please find another witness who is neither related to the volunteer nor has an interest.</translation>
        </message>
        <message>
            <source>见证人未满 18 周岁。</source>
            <translation>The witness is under 18.</translation>
        </message>
        <message>
            <source>请换一位成年的见证人。</source>
            <translation>Please find an adult witness.</translation>
        </message>
        <message>
            <source>志愿者本人</source>
            <translation>the volunteer</translation>
        </message>
        <message>
            <source>另一位见证人</source>
            <translation>another witness</translation>
        </message>
        <message>
            <source>这位见证人与{1}是同一人（或同名）。</source>
            <translation>This witness is the same person as {1} (or has the same name).</translation>
        </message>
        <message>
            <source>请换一位见证人。</source>
            <translation>Please find another witness.</translation>
        </message>
        <message>
            <source>这位见证人在本登记点或它所在的机构工作。</source>
            <translation>This witness works at this registration point or its host institution.</translation>
        </message>
        <message>
            <source>请尽量另请一位见证人；确实没有别人的可以继续。</source>
            <translation>Please try to find another witness; if there really is nobody else, go on.</translation>
        </message>
        <message>
            <source>还没有确认：{1}。</source>
            <translation>Not confirmed yet: {1}.</translation>
        </message>
        <message>
            <source>请逐项确认后勾选。</source>
            <translation>Please confirm each point and tick it.</translation>
        </message>
        <message>
            <source>见证事项不在可选的范围内。</source>
            <translation>A witnessed point is not one of the choices.</translation>
        </message>
        <message>
            <source>请重新逐项勾选。</source>
            <translation>Please tick the points again one by one.</translation>
        </message>
        <message>
            <source>{1}没有填写或不存在。</source>
            <translation>{1} is missing or does not exist.</translation>
        </message>
        <message>
            <source>请按“年-月-日 时:分”填写，或按“现在”。</source>
            <translation>Please enter it as "year-month-day hour:minute", or press "Now".</translation>
        </message>
        <message>
            <source>{1}晚于现在。</source>
            <translation>{1} is later than now.</translation>
        </message>
        <message>
            <source>请核对这个时间和电脑的时间。</source>
            <translation>Please check this time and the computer's clock.</translation>
        </message>
        <message>
            <source>{1}不是登记日期（{2}）那一天。</source>
            <translation>{1} is not on the date of registration ({2}).</translation>
        </message>
        <message>
            <source>见证须与登记在同一天，请核对这两个日期。</source>
            <translation>Witnessing and registration must be on the same day; please check both dates.</translation>
        </message>
        <message>
            <source>见证结束时间早于开始时间。</source>
            <translation>The witnessing ends before it begins.</translation>
        </message>
        <message>
            <source>请核对这两个时间。</source>
            <translation>Please check these two times.</translation>
        </message>
        <message>
            <source>志愿者已满 {1} 周岁，没有第二位工作人员在场。</source>
            <translation>The volunteer is over {1}, and no second staff member is present.</translation>
        </message>
        <message>
            <source>请填写在场的第二位工作人员的工号或姓名；确实没有的可以继续。</source>
            <translation>Please enter the staff number or name of the second staff member present; if there really is none, go on.</translation>
        </message>
        <message>
            <source>没有记下志愿者的原话。</source>
            <translation>The volunteer's own words are not written down.</translation>
        </message>
        <message>
            <source>请尽量照原话记一两句。</source>
            <translation>Please write down a sentence or two as they were said.</translation>
        </message>
        <message>
            <source>浙江省人体器官捐献管理中心</source>
            <translation>Zhejiang Human Organ Donation Management Centre</translation>
        </message>
        <message>
            <source>男</source>
            <translation>Male</translation>
        </message>
        <message>
            <source>女</source>
            <translation>Female</translation>
        </message>
        <message>
            <source>汉族</source>
            <translation>Han</translation>
        </message>
        <message>
            <source>蒙古族</source>
            <translation>Mongol</translation>
        </message>
        <message>
            <source>回族</source>
            <translation>Hui</translation>
        </message>
        <message>
            <source>藏族</source>
            <translation>Tibetan</translation>
        </message>
        <message>
            <source>维吾尔族</source>
            <translation>Uyghur</translation>
        </message>
        <message>
            <source>苗族</source>
            <translation>Miao</translation>
        </message>
        <message>
            <source>彝族</source>
            <translation>Yi</translation>
        </message>
        <message>
            <source>壮族</source>
            <translation>Zhuang</translation>
        </message>
        <message>
            <source>布依族</source>
            <translation>Bouyei</translation>
        </message>
        <message>
            <source>朝鲜族</source>
            <translation>Korean</translation>
        </message>
        <message>
            <source>满族</source>
            <translation>Manchu</translation>
        </message>
        <message>
            <source>侗族</source>
            <translation>Dong</translation>
        </message>
        <message>
            <source>瑶族</source>
            <translation>Yao</translation>
        </message>
        <message>
            <source>白族</source>
            <translation>Bai</translation>
        </message>
        <message>
            <source>土家族</source>
            <translation>Tujia</translation>
        </message>
        <message>
            <source>哈尼族</source>
            <translation>Hani</translation>
        </message>
        <message>
            <source>哈萨克族</source>
            <translation>Kazakh</translation>
        </message>
        <message>
            <source>傣族</source>
            <translation>Dai</translation>
        </message>
        <message>
            <source>黎族</source>
            <translation>Li</translation>
        </message>
        <message>
            <source>傈僳族</source>
            <translation>Lisu</translation>
        </message>
        <message>
            <source>佤族</source>
            <translation>Wa</translation>
        </message>
        <message>
            <source>畲族</source>
            <translation>She</translation>
        </message>
        <message>
            <source>高山族</source>
            <translation>Gaoshan</translation>
        </message>
        <message>
            <source>拉祜族</source>
            <translation>Lahu</translation>
        </message>
        <message>
            <source>水族</source>
            <translation>Shui</translation>
        </message>
        <message>
            <source>东乡族</source>
            <translation>Dongxiang</translation>
        </message>
        <message>
            <source>纳西族</source>
            <translation>Naxi</translation>
        </message>
        <message>
            <source>景颇族</source>
            <translation>Jingpo</translation>
        </message>
        <message>
            <source>柯尔克孜族</source>
            <translation>Kyrgyz</translation>
        </message>
        <message>
            <source>土族</source>
            <translation>Tu</translation>
        </message>
        <message>
            <source>达斡尔族</source>
            <translation>Daur</translation>
        </message>
        <message>
            <source>仫佬族</source>
            <translation>Mulao</translation>
        </message>
        <message>
            <source>羌族</source>
            <translation>Qiang</translation>
        </message>
        <message>
            <source>布朗族</source>
            <translation>Blang</translation>
        </message>
        <message>
            <source>撒拉族</source>
            <translation>Salar</translation>
        </message>
        <message>
            <source>毛南族</source>
            <translation>Maonan</translation>
        </message>
        <message>
            <source>仡佬族</source>
            <translation>Gelao</translation>
        </message>
        <message>
            <source>锡伯族</source>
            <translation>Xibe</translation>
        </message>
        <message>
            <source>阿昌族</source>
            <translation>Achang</translation>
        </message>
        <message>
            <source>普米族</source>
            <translation>Pumi</translation>
        </message>
        <message>
            <source>塔吉克族</source>
            <translation>Tajik</translation>
        </message>
        <message>
            <source>怒族</source>
            <translation>Nu</translation>
        </message>
        <message>
            <source>乌孜别克族</source>
            <translation>Uzbek</translation>
        </message>
        <message>
            <source>俄罗斯族</source>
            <translation>Russian</translation>
        </message>
        <message>
            <source>鄂温克族</source>
            <translation>Evenki</translation>
        </message>
        <message>
            <source>德昂族</source>
            <translation>De'ang</translation>
        </message>
        <message>
            <source>保安族</source>
            <translation>Bonan</translation>
        </message>
        <message>
            <source>裕固族</source>
            <translation>Yugur</translation>
        </message>
        <message>
            <source>京族</source>
            <translation>Gin</translation>
        </message>
        <message>
            <source>塔塔尔族</source>
            <translation>Tatar</translation>
        </message>
        <message>
            <source>独龙族</source>
            <translation>Derung</translation>
        </message>
        <message>
            <source>鄂伦春族</source>
            <translation>Oroqen</translation>
        </message>
        <message>
            <source>赫哲族</source>
            <translation>Hezhen</translation>
        </message>
        <message>
            <source>门巴族</source>
            <translation>Monba</translation>
        </message>
        <message>
            <source>珞巴族</source>
            <translation>Lhoba</translation>
        </message>
        <message>
            <source>基诺族</source>
            <translation>Jino</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>外国血统中国籍人士</source>
            <translation>Of foreign descent</translation>
        </message>
        <message>
            <source>中国</source>
            <translation>China</translation>
        </message>
        <message>
            <source>美国</source>
            <translation>United States</translation>
        </message>
        <message>
            <source>加拿大</source>
            <translation>Canada</translation>
        </message>
        <message>
            <source>澳大利亚</source>
            <translation>Australia</translation>
        </message>
        <message>
            <source>日本</source>
            <translation>Japan</translation>
        </message>
        <message>
            <source>韩国</source>
            <translation>South Korea</translation>
        </message>
        <message>
            <source>新加坡</source>
            <translation>Singapore</translation>
        </message>
        <message>
            <source>英国</source>
            <translation>United Kingdom</translation>
        </message>
        <message>
            <source>法国</source>
            <translation>France</translation>
        </message>
        <message>
            <source>德国</source>
            <translation>Germany</translation>
        </message>
        <message>
            <source>居民身份证</source>
            <translation>Resident ID card</translation>
        </message>
        <message>
            <source>港澳台居民居住证</source>
            <translation>HK/Macao/Taiwan residence permit</translation>
        </message>
        <message>
            <source>外国人永久居留身份证</source>
            <translation>Foreigner's residence card</translation>
        </message>
        <message>
            <source>护照</source>
            <translation>Passport</translation>
        </message>
        <message>
            <source>港澳居民来往内地通行证</source>
            <translation>HK/Macao travel permit</translation>
        </message>
        <message>
            <source>台湾居民来往大陆通行证</source>
            <translation>Taiwan travel permit</translation>
        </message>
        <message>
            <source>军官证</source>
            <translation>Officer's ID</translation>
        </message>
        <message>
            <source>未上过学</source>
            <translation>No schooling</translation>
        </message>
        <message>
            <source>小学</source>
            <translation>Primary school</translation>
        </message>
        <message>
            <source>初中</source>
            <translation>Junior secondary school</translation>
        </message>
        <message>
            <source>高中</source>
            <translation>Senior secondary school</translation>
        </message>
        <message>
            <source>中专</source>
            <translation>Vocational school</translation>
        </message>
        <message>
            <source>大专</source>
            <translation>Junior college</translation>
        </message>
        <message>
            <source>本科</source>
            <translation>Bachelor</translation>
        </message>
        <message>
            <source>硕士</source>
            <translation>Master</translation>
        </message>
        <message>
            <source>博士</source>
            <translation>Doctor</translation>
        </message>
        <message>
            <source>未婚</source>
            <translation>Single</translation>
        </message>
        <message>
            <source>已婚</source>
            <translation>Married</translation>
        </message>
        <message>
            <source>丧偶</source>
            <translation>Widowed</translation>
        </message>
        <message>
            <source>离婚</source>
            <translation>Divorced</translation>
        </message>
        <message>
            <source>中共党员</source>
            <translation>Communist Party of China</translation>
        </message>
        <message>
            <source>共青团员</source>
            <translation>Communist Youth League</translation>
        </message>
        <message>
            <source>民主党派</source>
            <translation>Democratic party</translation>
        </message>
        <message>
            <source>群众</source>
            <translation>No party</translation>
        </message>
        <message>
            <source>无党派人士</source>
            <translation>Independent</translation>
        </message>
        <message>
            <source>A 型</source>
            <translation>Type A</translation>
        </message>
        <message>
            <source>B 型</source>
            <translation>Type B</translation>
        </message>
        <message>
            <source>AB 型</source>
            <translation>Type AB</translation>
        </message>
        <message>
            <source>O 型</source>
            <translation>Type O</translation>
        </message>
        <message>
            <source>不详</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>全部遗体</source>
            <translation>Whole body</translation>
        </message>
        <message>
            <source>心脏</source>
            <translation>Heart</translation>
        </message>
        <message>
            <source>肺脏</source>
            <translation>Lungs</translation>
        </message>
        <message>
            <source>肝脏</source>
            <translation>Liver</translation>
        </message>
        <message>
            <source>肾脏</source>
            <translation>Kidneys</translation>
        </message>
        <message>
            <source>胰腺</source>
            <translation>Pancreas</translation>
        </message>
        <message>
            <source>小肠</source>
            <translation>Small intestine</translation>
        </message>
        <message>
            <source>角膜</source>
            <translation>Cornea</translation>
        </message>
        <message>
            <source>皮肤</source>
            <translation>Skin</translation>
        </message>
        <message>
            <source>骨骼</source>
            <translation>Bone</translation>
        </message>
        <message>
            <source>血管</source>
            <translation>Blood vessels</translation>
        </message>
        <message>
            <source>心瓣膜</source>
            <translation>Heart valves</translation>
        </message>
        <message>
            <source>全部可用的器官和组织</source>
            <translation>All usable organs and tissue</translation>
        </message>
        <message>
            <source>遗体</source>
            <translation>Body</translation>
        </message>
        <message>
            <source>器官</source>
            <translation>Organs</translation>
        </message>
        <message>
            <source>组织</source>
            <translation>Tissue</translation>
        </message>
        <message>
            <source>临床移植</source>
            <translation>Transplantation</translation>
        </message>
        <message>
            <source>医学教学</source>
            <translation>Medical teaching</translation>
        </message>
        <message>
            <source>科学研究</source>
            <translation>Scientific research</translation>
        </message>
        <message>
            <source>先器官、组织，后遗体</source>
            <translation>Organs and tissue first, then the body</translation>
        </message>
        <message>
            <source>以遗体捐献为主</source>
            <translation>Mainly the body</translation>
        </message>
        <message>
            <source>配偶</source>
            <translation>Spouse</translation>
        </message>
        <message>
            <source>子女</source>
            <translation>Child</translation>
        </message>
        <message>
            <source>父母</source>
            <translation>Parent</translation>
        </message>
        <message>
            <source>兄弟姐妹</source>
            <translation>Sibling</translation>
        </message>
        <message>
            <source>孙子女、外孙子女</source>
            <translation>Grandchild</translation>
        </message>
        <message>
            <source>祖父母、外祖父母</source>
            <translation>Grandparent</translation>
        </message>
        <message>
            <source>其他亲属</source>
            <translation>Other relative</translation>
        </message>
        <message>
            <source>知情</source>
            <translation>Informed</translation>
        </message>
        <message>
            <source>同意</source>
            <translation>Agrees</translation>
        </message>
        <message>
            <source>不同意</source>
            <translation>Disagrees</translation>
        </message>
        <message>
            <source>未能联系</source>
            <translation>Could not be reached</translation>
        </message>
        <message>
            <source>朋友</source>
            <translation>Friend</translation>
        </message>
        <message>
            <source>单位或组织</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>无亲属关系</source>
            <translation>Not related</translation>
        </message>
        <message>
            <source>受益的个人或单位</source>
            <translation>Beneficiary</translation>
        </message>
        <message>
            <source>核对了志愿者的有效身份证件</source>
            <translation>Valid identity document checked</translation>
        </message>
        <message>
            <source>向志愿者宣读了意愿书全文</source>
            <translation>Letter of intent read out in full</translation>
        </message>
        <message>
            <source>志愿者神志清楚，能正常交流</source>
            <translation>Lucid, communicates normally</translation>
        </message>
        <message>
            <source>志愿者用自己的话复述了意愿</source>
            <translation>Restated the wish in own words</translation>
        </message>
        <message>
            <source>没有人强迫、欺骗或利诱志愿者</source>
            <translation>No force, deceit or inducement</translation>
        </message>
        <message>
            <source>志愿者当着同时在场的见证人签名</source>
            <translation>Signed before witnesses present together</translation>
        </message>
        <message>
            <source>登记员</source>
            <translation>Registrar</translation>
        </message>
        <message>
            <source>管理员</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>审计员</source>
            <translation>Auditor</translation>
        </message>
        <message>
            <source>见证书</source>
            <translation>Witness certificate</translation>
        </message>
        <message>
            <source>登记证明</source>
            <translation>Registration certificate</translation>
        </message>
        <message>
            <source>志愿者卡（A4 裁切）</source>
            <translation>Volunteer card (to cut from A4)</translation>
        </message>
        <message>
            <source>确认书</source>
            <translation>Confirmation</translation>
        </message>
        <message>
            <source>个人信息同意书</source>
            <translation>Consent to personal data</translation>
        </message>
        <message>
            <source>批次移交单</source>
            <translation>Batch handover slip</translation>
        </message>
        <message>
            <source>月报</source>
            <translation>Monthly report</translation>
        </message>
        <message>
            <source>捐献意愿</source>
            <translation>Donation intention</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Deletion</translation>
        </message>
        <message>
            <source>宣传</source>
            <translation>Outreach</translation>
        </message>
        <message>
            <source>咨询</source>
            <translation>Consultation</translation>
        </message>
        <message>
            <source>本人撤回同意，要求删除</source>
            <translation>The person withdrew the consent and asks for deletion</translation>
        </message>
        <message>
            <source>处理目的已经实现或无法实现</source>
            <translation>The purpose has been reached or cannot be reached</translation>
        </message>
        <message>
            <source>保存期限已经届满</source>
            <translation>The period of keeping is over</translation>
        </message>
        <message>
            <source>信息的收集或处理违反法律或约定</source>
            <translation>The data was collected or used against law or agreement</translation>
        </message>
        <message>
            <source>法律、行政法规规定的其他情形</source>
            <translation>Another case set by law</translation>
        </message>
    </context>
    <context>
        <name>desk</name>
        <message>
            <source>打印的意愿书是登记的一部分，不能移除。</source>
            <translation>The printed letter of intent is part of the registration and cannot be removed.</translation>
        </message>
        <message>
            <source>需要更正时请用“变更”另立一个新版本。</source>
            <translation>If it must be corrected, please start a new version with "Change".</translation>
        </message>
        <message>
            <source>这份登记已经封批，附件不能再改。</source>
            <translation>This registration is in a sealed batch; its attachments cannot change any more.</translation>
        </message>
        <message>
            <source>请用“变更”另立一个新版本，附件添加到新版本。</source>
            <translation>Please start a new version with "Change" and add the attachment there.</translation>
        </message>
        <message>
            <source>完成填写和见证</source>
            <translation>finish filling in and witnessing</translation>
        </message>
        <message>
            <source>现在还不能添加或移除“{1}”。</source>
            <translation>"{1}" cannot be added or removed now.</translation>
        </message>
        <message>
            <source>请先{1}。</source>
            <translation>First, please: {1}.</translation>
        </message>
        <message>
            <source>{1}已经在屏幕上签过名。</source>
            <translation>{1} has already signed on the screen.</translation>
        </message>
        <message>
            <source>需要重签的，请先移除原来的签名图。</source>
            <translation>To sign again, please remove the earlier signature first.</translation>
        </message>
        <message>
            <source>这个文件已经作为“{1}”附在这份登记上。</source>
            <translation>This file is already attached to this registration as "{1}".</translation>
        </message>
        <message>
            <source>同一个文件只附一次；如果选错了，请另选一个文件。</source>
            <translation>A file is attached only once; if it was the wrong one, please choose another.</translation>
        </message>
        <message>
            <source>这份登记的附件太多：最多 {1} 个，合计 {2} MB。</source>
            <translation>This registration has too many attachments: at most {1}, {2} MB together.</translation>
        </message>
        <message>
            <source>请先移除不需要的附件。</source>
            <translation>Please remove attachments that are not needed first.</translation>
        </message>
        <message>
            <source>这份登记没有这个附件。</source>
            <translation>This registration has no such attachment.</translation>
        </message>
        <message>
            <source>它可能刚被移除，请重新打开这份登记。</source>
            <translation>It may just have been removed; please open this registration again.</translation>
        </message>
        <message>
            <source>序号</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>生成签名钥匙</source>
            <translation>Signing key made</translation>
        </message>
        <message>
            <source>登录失败</source>
            <translation>Sign-in failed</translation>
        </message>
        <message>
            <source>登录被拒</source>
            <translation>Sign-in refused</translation>
        </message>
        <message>
            <source>用恢复码登录</source>
            <translation>Signed in with the recovery code</translation>
        </message>
        <message>
            <source>恢复账号后登录</source>
            <translation>Signed in after the account was restored</translation>
        </message>
        <message>
            <source>更换恢复码</source>
            <translation>Recovery code replaced</translation>
        </message>
        <message>
            <source>修改自己的密码</source>
            <translation>Own password changed</translation>
        </message>
        <message>
            <source>开始更换密钥</source>
            <translation>Replacing of the key begun</translation>
        </message>
        <message>
            <source>更换密钥</source>
            <translation>Key replaced</translation>
        </message>
        <message>
            <source>新增人员</source>
            <translation>Staff member added</translation>
        </message>
        <message>
            <source>停用人员</source>
            <translation>Staff member disabled</translation>
        </message>
        <message>
            <source>启用人员</source>
            <translation>Staff member enabled</translation>
        </message>
        <message>
            <source>更改姓名</source>
            <translation>Name changed</translation>
        </message>
        <message>
            <source>更改角色</source>
            <translation>Role changed</translation>
        </message>
        <message>
            <source>更改自动锁定时间</source>
            <translation>Time of automatic lock changed</translation>
        </message>
        <message>
            <source>登记文书已签署</source>
            <translation>Paper recorded as signed</translation>
        </message>
        <message>
            <source>电脑时间被调回</source>
            <translation>Computer's clock set back</translation>
        </message>
        <message>
            <source>新建登记</source>
            <translation>Registration begun</translation>
        </message>
        <message>
            <source>填写、修改登记</source>
            <translation>Registration filled in or changed</translation>
        </message>
        <message>
            <source>填写完成</source>
            <translation>Filled in</translation>
        </message>
        <message>
            <source>见证完成</source>
            <translation>Witnessed</translation>
        </message>
        <message>
            <source>打开登记</source>
            <translation>Registration opened</translation>
        </message>
        <message>
            <source>查看历次版本</source>
            <translation>Earlier versions viewed</translation>
        </message>
        <message>
            <source>查看附件列表</source>
            <translation>List of attachments viewed</translation>
        </message>
        <message>
            <source>打开附件</source>
            <translation>Attachment opened</translation>
        </message>
        <message>
            <source>志愿者在屏幕上核对并同意</source>
            <translation>Volunteer checked and agreed on the screen</translation>
        </message>
        <message>
            <source>再次打印意愿书</source>
            <translation>Letter of intent printed again</translation>
        </message>
        <message>
            <source>登记已签署</source>
            <translation>Recorded as signed</translation>
        </message>
        <message>
            <source>添加附件</source>
            <translation>Attachment added</translation>
        </message>
        <message>
            <source>登记明确不捐献</source>
            <translation>Refusal to donate recorded</translation>
        </message>
        <message>
            <source>恢复删除的草稿</source>
            <translation>Bring back a deleted draft</translation>
        </message>
        <message>
            <source>放弃变更、更正或重新登记</source>
            <translation>Give up a change, correction or renewal</translation>
        </message>
        <message>
            <source>标记为同一人</source>
            <translation>Marked as the same person</translation>
        </message>
        <message>
            <source>从列表导入</source>
            <translation>Imported from a list</translation>
        </message>
        <message>
            <source>导出登记列表</source>
            <translation>List of registrations exported</translation>
        </message>
        <message>
            <source>封批</source>
            <translation>Batch sealed</translation>
        </message>
        <message>
            <source>交出批次</source>
            <translation>Batch handed over</translation>
        </message>
        <message>
            <source>登记批次文件丢失</source>
            <translation>Recorded a batch's file as lost</translation>
        </message>
        <message>
            <source>交付证明</source>
            <translation>Certificate handed over</translation>
        </message>
        <message>
            <source>遗嘱服务转介</source>
            <translation>Referral for a will</translation>
        </message>
        <message>
            <source>更改备份文件夹</source>
            <translation>Backup folder changed</translation>
        </message>
        <message>
            <source>新建活动</source>
            <translation>Event begun</translation>
        </message>
        <message>
            <source>填写活动</source>
            <translation>Event filled in</translation>
        </message>
        <message>
            <source>打开活动</source>
            <translation>Event opened</translation>
        </message>
        <message>
            <source>记录活动</source>
            <translation>Event recorded</translation>
        </message>
        <message>
            <source>更正活动</source>
            <translation>Event corrected</translation>
        </message>
        <message>
            <source>作废活动</source>
            <translation>Event entry cancelled</translation>
        </message>
        <message>
            <source>放弃活动</source>
            <translation>Event discarded</translation>
        </message>
        <message>
            <source>新建走访</source>
            <translation>Care visit begun</translation>
        </message>
        <message>
            <source>填写走访</source>
            <translation>Care visit filled in</translation>
        </message>
        <message>
            <source>打开走访</source>
            <translation>Care visit opened</translation>
        </message>
        <message>
            <source>记录走访</source>
            <translation>Care visit recorded</translation>
        </message>
        <message>
            <source>更正走访</source>
            <translation>Care visit corrected</translation>
        </message>
        <message>
            <source>作废走访</source>
            <translation>Care visit entry cancelled</translation>
        </message>
        <message>
            <source>放弃走访</source>
            <translation>Care visit discarded</translation>
        </message>
        <message>
            <source>新建队员</source>
            <translation>Team member begun</translation>
        </message>
        <message>
            <source>填写队员</source>
            <translation>Team member filled in</translation>
        </message>
        <message>
            <source>打开队员</source>
            <translation>Team member opened</translation>
        </message>
        <message>
            <source>记录队员</source>
            <translation>Team member recorded</translation>
        </message>
        <message>
            <source>更正队员</source>
            <translation>Team member corrected</translation>
        </message>
        <message>
            <source>作废队员</source>
            <translation>Team member entry cancelled</translation>
        </message>
        <message>
            <source>放弃队员</source>
            <translation>Team member discarded</translation>
        </message>
        <message>
            <source>新建值班</source>
            <translation>Shift begun</translation>
        </message>
        <message>
            <source>填写值班</source>
            <translation>Shift filled in</translation>
        </message>
        <message>
            <source>打开值班</source>
            <translation>Shift opened</translation>
        </message>
        <message>
            <source>记录值班</source>
            <translation>Shift recorded</translation>
        </message>
        <message>
            <source>更正值班</source>
            <translation>Shift corrected</translation>
        </message>
        <message>
            <source>作废值班</source>
            <translation>Shift entry cancelled</translation>
        </message>
        <message>
            <source>放弃值班</source>
            <translation>Shift discarded</translation>
        </message>
        <message>
            <source>完好</source>
            <translation>Sound</translation>
        </message>
        <message>
            <source>发现 {} 处问题</source>
            <translation>{} problems found</translation>
        </message>
        <message>
            <source>第 {} 代</source>
            <translation>Generation {}</translation>
        </message>
        <message>
            <source>{} 分钟</source>
            <translation>{} minutes</translation>
        </message>
        <message>
            <source>{} 行</source>
            <translation>{} rows</translation>
        </message>
        <message>
            <source>这个文件夹在登记库的数据文件夹里面：登记库坏了、换了，备份也跟着没有了。</source>
            <translation>This folder lies inside the register's data folder: if the register is damaged or replaced, the backups go with it.</translation>
        </message>
        <message>
            <source>请选 U 盘或另一块硬盘上的文件夹。</source>
            <translation>Please choose a folder on a USB stick or another disk.</translation>
        </message>
        <message>
            <source>上一次备份没有做成（{1}）。请插好 U 盘、看看剩余空间，再按“立即备份”。（{2}）</source>
            <translation>The last backup was not made ({1}). Please plug in the USB stick, look at the free space, and press “Back up now”. ({2})</translation>
        </message>
        <message>
            <source>备份没有做成：磁盘或 U 盘满了。</source>
            <translation>The backup was not made: the disk or USB stick is full.</translation>
        </message>
        <message>
            <source>备份没有做成：放备份的文件夹读不出或写不进。</source>
            <translation>The backup was not made: the folder for backups cannot be read or written.</translation>
        </message>
        <message>
            <source>登记都在，以前的备份也在。</source>
            <translation>All registrations are there, and so are the earlier backups.</translation>
        </message>
        <message>
            <source>请检查 U 盘和剩余空间，或在“设置”里另选一个文件夹，再备份一次。</source>
            <translation>Please check the USB stick and its free space, or choose another folder under "Settings", then back up again.</translation>
        </message>
        <message>
            <source>放备份的文件夹不在：{1}。登记都在，只是没有备份。</source>
            <translation>The folder for backups is not there: {1}. All registrations are there; only the backup is missing.</translation>
        </message>
        <message>
            <source>请插上 U 盘再备份一次，或在“设置”里另选一个文件夹。</source>
            <translation>Please plug in the USB stick and back up again, or choose another folder under "Settings".</translation>
        </message>
        <message>
            <source>备份写下以后读出来不一样，没有算数。登记都在。</source>
            <translation>The backup read back differently from what was written, so it does not count. All registrations are there.</translation>
        </message>
        <message>
            <source>U 盘可能坏了，请换一个 U 盘或文件夹，再备份一次。</source>
            <translation>The USB stick may be broken; please use another stick or folder and back up again.</translation>
        </message>
        <message>
            <source>撤销和明确不捐献没有意愿书。</source>
            <translation>A withdrawal or refusal to donate has no letter of intent.</translation>
        </message>
        <message>
            <source>请按“更正”，在小窗口里改正姓名、证件和日期。</source>
            <translation>Please press "Correct" and put name, document and date right in the small window.</translation>
        </message>
        <message>
            <source>检查完毕，没有发现问题：{1}（审计记录 {2} 条）。</source>
            <translation>Check finished, no problems found: {1} ({2} audit entries).</translation>
        </message>
        <message>
            <source>请马上停止录入，用最近的备份恢复。</source>
            <translation>Please stop entering at once and restore the newest backup.</translation>
        </message>
        <message>
            <source>请联系管理员和省中心。</source>
            <translation>Please tell the administrator and the provincial centre.</translation>
        </message>
        <message>
            <source>检查完毕，发现 {1} 处问题。{2}</source>
            <translation>Check finished, {1} problems found. {2}</translation>
        </message>
        <message>
            <source>文件的每一页</source>
            <translation>every page of the file</translation>
        </message>
        <message>
            <source>数据库结构</source>
            <translation>structure of the database</translation>
        </message>
        <message>
            <source>钥匙文件</source>
            <translation>key file</translation>
        </message>
        <message>
            <source>附件</source>
            <translation>attachments</translation>
        </message>
        <message>
            <source>意愿书</source>
            <translation>letters of intent</translation>
        </message>
        <message>
            <source>查询索引</source>
            <translation>search index</translation>
        </message>
        <message>
            <source>“{1}”没有查完：有内容读不出。</source>
            <translation>"{1}" could not be checked to the end: something cannot be read.</translation>
        </message>
        <message>
            <source>第 {1} 条审计记录以前，电脑的时间被调回过（K09）。</source>
            <translation>Before audit entry {1} the computer's clock was set back (K09).</translation>
        </message>
        <message>
            <source>登记 {1} 打印的意愿书不在了，或者被换过。</source>
            <translation>The printed letter of intent of registration {1} is gone or was replaced.</translation>
        </message>
        <message>
            <source>登记 {1} 的内容与打印的意愿书不一致。</source>
            <translation>The content of registration {1} does not agree with the printed letter of intent.</translation>
        </message>
        <message>
            <source>批次 {1} 还没有回执，文件已不在待交文件夹。</source>
            <translation>Batch {1} has no receipt yet, and its file is not in the outbox any more.</translation>
        </message>
        <message>
            <source>待交文件夹里的批次 {1} 已损坏，或被改动过。</source>
            <translation>Batch {1} in the outbox is damaged or was changed.</translation>
        </message>
        <message>
            <source>这条日志已经作废。</source>
            <translation>This diary entry is cancelled already.</translation>
        </message>
        <message>
            <source>不需要再次作废。</source>
            <translation>It need not be cancelled again.</translation>
        </message>
        <message>
            <source>这条日志已经记录，不能直接改。</source>
            <translation>This diary entry is recorded and cannot be changed directly.</translation>
        </message>
        <message>
            <source>请用“更正”，并写明原因。</source>
            <translation>Please use "Correct" and give the reason.</translation>
        </message>
        <message>
            <source>这条日志已有更新的版本。</source>
            <translation>This diary entry has a newer version.</translation>
        </message>
        <message>
            <source>请刷新列表，再选一次。</source>
            <translation>Please refresh the list and choose again.</translation>
        </message>
        <message>
            <source>原因没有写，或写得太长。</source>
            <translation>The reason is missing or too long.</translation>
        </message>
        <message>
            <source>请用一句话写明原因，不超过 {1} 个字。</source>
            <translation>Please give the reason in one sentence of at most {1} characters.</translation>
        </message>
        <message>
            <source>没有找到已签署登记的这位志愿者。</source>
            <translation>No signed registration of this volunteer was found.</translation>
        </message>
        <message>
            <source>慰问内容里有志愿者的姓名。</source>
            <translation>What was given contains the volunteer's name.</translation>
        </message>
        <message>
            <source>上报的走访只写编号，请删去姓名，或写到备注里。</source>
            <translation>Reported visits carry only the serial; please take the name out or put it into the notes.</translation>
        </message>
        <message>
            <source>这不是队员名单里的人。</source>
            <translation>This is nobody on the team list.</translation>
        </message>
        <message>
            <source>请从列表里选，或先登记队员。</source>
            <translation>Please choose from the list, or add the team member first.</translation>
        </message>
        <message>
            <source>这一天不在这位队员的在队期间。</source>
            <translation>On this day the member was not in the team.</translation>
        </message>
        <message>
            <source>请核对日期和队员。</source>
            <translation>Please check date and member.</translation>
        </message>
        <message>
            <source>这位队员已经登记过。</source>
            <translation>This team member is on the list already.</translation>
        </message>
        <message>
            <source>请在名单里选这位队员，用“更正”修改。</source>
            <translation>Please choose the member in the list and use "Correct".</translation>
        </message>
        <message>
            <source>这份登记已经不是第一稿草稿，不能删除。</source>
            <translation>This registration is no longer a first draft and can't be deleted.</translation>
        </message>
        <message>
            <source>正在填写的变更请用“放弃这次变更”；本人要求删除个人信息的，请由管理员办理。</source>
            <translation>To drop a change, use “Give up this change”; if the person asks for erasure, ask an administrator.</translation>
        </message>
        <message>
            <source>这份草稿已经打印过文书，不能删除。</source>
            <translation>A paper was printed of this draft; it can't be deleted.</translation>
        </message>
        <message>
            <source>纸面上有它的编号，请留着；本人要求删除个人信息的，请由管理员办理。</source>
            <translation>Its number is on the paper, so keep it; if the person asks for erasure, ask an administrator.</translation>
        </message>
        <message>
            <source>这份草稿已经删除，不能再恢复。</source>
            <translation>This draft is deleted and can't be brought back.</translation>
        </message>
        <message>
            <source>请重新登记。</source>
            <translation>Please register anew.</translation>
        </message>
        <message>
            <source>删除的原因不在可选的范围内。</source>
            <translation>The reason for deleting is not one of the choices.</translation>
        </message>
        <message>
            <source>这份登记正在封批，还没有封完。</source>
            <translation>This registration is being sealed in a batch that is not finished.</translation>
        </message>
        <message>
            <source>请先在“批次”里把这一批封完，再删除。</source>
            <translation>Please finish the batch under "Batches" first, then delete.</translation>
        </message>
        <message>
            <source>个人信息已经删除，但登记库文件还没有整理完，加密的文件里可能还有旧内容的残迹。</source>
            <translation>The personal data has been deleted, but the register file has not been tidied yet; traces of the old content may remain in the encrypted file.</translation>
        </message>
        <message>
            <source>请清理磁盘空间，再退出并重新登录，程序会自动接着整理。</source>
            <translation>Please free some disk space, then leave and sign in again; the program goes on tidying by itself.</translation>
        </message>
        <message>
            <source>未列出</source>
            <translation>Not listed</translation>
        </message>
        <message>
            <source>{1}太长</source>
            <translation>{1} is too long</translation>
        </message>
        <message>
            <source>本登记点还没有向省中心备案。</source>
            <translation>This point is not enrolled with the provincial centre yet.</translation>
        </message>
        <message>
            <source>请先导出备案申请交给省中心，再导入省中心发回的备案文件。</source>
            <translation>Please export the enrolment request, give it to the provincial centre, then import the enrolment file it sends back.</translation>
        </message>
        <message>
            <source>名单导入，未逐项说明理由。</source>
            <translation>Imported from a list; reasons not given one by one.</translation>
        </message>
        <message>
            <source>这一行是从练习里导出的，不是真实登记，没有导入。误在练习里录了真人的，请在这里重新登记。</source>
            <translation>This row was exported from a practice point, is no real registration and was not imported. A real person who was entered in practice by mistake has to be registered here anew.</translation>
        </message>
        <message>
            <source>这一行的格数比表头多。请检查是否有逗号没有加引号。</source>
            <translation>This row has more cells than the header. Please check for a comma that is not in quotes.</translation>
        </message>
        <message>
            <source>捐献类别没有填写，或不在可选的范围内。</source>
            <translation>The category of donation is missing or not one of the choices.</translation>
        </message>
        <message>
            <source>请填遗体、器官、组织或角膜。</source>
            <translation>Please enter 遗体 (body), 器官 (organs), 组织 (tissue) or 角膜 (cornea).</translation>
        </message>
        <message>
            <source>捐献类别与捐献项目不一致。</source>
            <translation>The category of donation does not agree with the donated items.</translation>
        </message>
        <message>
            <source>请问清志愿者后更正其中一项。</source>
            <translation>Please ask the volunteer, then correct one of them.</translation>
        </message>
        <message>
            <source>新密码与原来的一样。</source>
            <translation>The new password is the same as the present one.</translation>
        </message>
        <message>
            <source>请换一个不同的密码。</source>
            <translation>Please choose a different password.</translation>
        </message>
        <message>
            <source>号码被表格软件存成了数字（如 3.3E+17），末几位已经丢失。</source>
            <translation>The spreadsheet kept the number as a figure (such as 3.3E+17); its last digits are lost.</translation>
        </message>
        <message>
            <source>请把这一列设为“文本”，对照证件重新输入。</source>
            <translation>Please set this column to "Text" and type the number again from the document.</translation>
        </message>
        <message>
            <source>日期是一个数字，认不出是哪一天。</source>
            <translation>The date is a figure; it cannot be told which day it is.</translation>
        </message>
        <message>
            <source>请填成 1941-07-04 这样的文字，或把这一列设为日期格式。</source>
            <translation>Please enter text like 1941-07-04, or set this column to a date format.</translation>
        </message>
        <message>
            <source>这一格是表格软件的错误值（如 #N/A）。</source>
            <translation>This cell holds a spreadsheet error (such as #N/A).</translation>
        </message>
        <message>
            <source>请改正公式，或直接填写内容。</source>
            <translation>Please correct the formula, or enter the content itself.</translation>
        </message>
        <message>
            <source>这一格是公式，文件里没有它的结果。</source>
            <translation>This cell is a formula whose result is not in the file.</translation>
        </message>
        <message>
            <source>请在 Excel 中打开并保存一次，或改成直接填写的内容。</source>
            <translation>Please open and save the file once in Excel, or enter the content itself.</translation>
        </message>
        <message>
            <source>这一格与别的格合并了，看不出它的内容。</source>
            <translation>This cell is merged with others; its content cannot be told.</translation>
        </message>
        <message>
            <source>请取消合并单元格，逐行填写。</source>
            <translation>Please unmerge the cells and fill in each row.</translation>
        </message>
        <message>
            <source>这一行在表格里被隐藏或筛选掉了。</source>
            <translation>This row is hidden or filtered out in the spreadsheet.</translation>
        </message>
        <message>
            <source>请取消隐藏和筛选后再导入，或删去这一行。</source>
            <translation>Please unhide and unfilter before importing, or delete this row.</translation>
        </message>
        <message>
            <source>执行人关系</source>
            <translation>Executor's relation</translation>
        </message>
        <message>
            <source>亲属姓名</source>
            <translation>Relative's name</translation>
        </message>
        <message>
            <source>亲属关系</source>
            <translation>Relative's relation</translation>
        </message>
        <message>
            <source>亲属意见</source>
            <translation>Relative's opinion</translation>
        </message>
        <message>
            <source>见证人1姓名</source>
            <translation>Witness 1 – Name</translation>
        </message>
        <message>
            <source>见证人1证件号码</source>
            <translation>Witness 1 – Document number</translation>
        </message>
        <message>
            <source>见证人1关系</source>
            <translation>Witness 1 – Relation</translation>
        </message>
        <message>
            <source>见证人2姓名</source>
            <translation>Witness 2 – Name</translation>
        </message>
        <message>
            <source>见证人2证件号码</source>
            <translation>Witness 2 – Document number</translation>
        </message>
        <message>
            <source>见证人2关系</source>
            <translation>Witness 2 – Relation</translation>
        </message>
        <message>
            <source>见证人{1}{2}</source>
            <translation>Witness {1} {2}</translation>
        </message>
        <message>
            <source>表头里没有要对应的列。</source>
            <translation>The header lacks the columns to be matched.</translation>
        </message>
        <message>
            <source>请核对列名。</source>
            <translation>Please check the names of the columns.</translation>
        </message>
        <message>
            <source>要对应的不是登记列表的列。</source>
            <translation>A column to be matched is none of a registration list.</translation>
        </message>
        <message>
            <source>还有必填的列没有对应：{1}。</source>
            <translation>Required columns are not matched yet: {1}.</translation>
        </message>
        <message>
            <source>请补上这些列，或对应到文件里的列。</source>
            <translation>Please add these columns, or match them to columns of the file.</translation>
        </message>
        <message>
            <source>这不是列的对应文件。</source>
            <translation>This is no file of matched columns.</translation>
        </message>
        <message>
            <source>它应是 JSON：{"文件的列名": "登记列表的列名"}。</source>
            <translation>It should be JSON: {"the file's column": "the registration list's column"}.</translation>
        </message>
        <message>
            <source>表头里有重复的列。</source>
            <translation>The header has a column twice.</translation>
        </message>
        <message>
            <source>请删去多余的一列，或改成不同的列名。</source>
            <translation>Please delete one of them, or give it another name.</translation>
        </message>
        <message>
            <source>表头里没有“{1}”{2}。</source>
            <translation>The header lacks "{1}"{2}.</translation>
        </message>
        <message>
            <source>等列</source>
            <translation> and other columns</translation>
        </message>
        <message>
            <source>这一列</source>
            <translation />
        </message>
        <message>
            <source>请使用登记列表的表头，或先把各列对应好。</source>
            <translation>Please use the header of a registration list, or match the columns first.</translation>
        </message>
        <message>
            <source>文件太大。</source>
            <translation>The file is too large.</translation>
        </message>
        <message>
            <source>请把列表分成几个文件，每个不超过 64 MB。</source>
            <translation>Please split the list into several files of at most 64 MB each.</translation>
        </message>
        <message>
            <source>打不开这个文件。</source>
            <translation>This file cannot be opened.</translation>
        </message>
        <message>
            <source>请检查文件是否还在、能否读取，是否正在 Excel 中打开。</source>
            <translation>Please check that the file is still there and can be read, and is not open in Excel.</translation>
        </message>
        <message>
            <source>文件是空的。</source>
            <translation>The file is empty.</translation>
        </message>
        <message>
            <source>请选择正确的列表文件。</source>
            <translation>Please choose the right list file.</translation>
        </message>
        <message>
            <source>这个 Excel 文件设有打开密码。</source>
            <translation>This Excel file has an opening password.</translation>
        </message>
        <message>
            <source>请在 Excel 中去掉密码后另存为 .xlsx。</source>
            <translation>Please remove the password in Excel and save it as .xlsx.</translation>
        </message>
        <message>
            <source>这是旧版 Excel 文件（.xls）。</source>
            <translation>This is an old Excel file (.xls).</translation>
        </message>
        <message>
            <source>请在 Excel 中另存为 .xlsx。</source>
            <translation>Please save it as .xlsx in Excel.</translation>
        </message>
        <message>
            <source>表头有合并的单元格。</source>
            <translation>The header has merged cells.</translation>
        </message>
        <message>
            <source>请取消合并，让每一列在同一行里有自己的列名。</source>
            <translation>Please unmerge them so that each column has its own name in one row.</translation>
        </message>
        <message>
            <source>列表超过 {1} 行。</source>
            <translation>The list has more than {1} rows.</translation>
        </message>
        <message>
            <source>请把列表分成几个文件再导入。</source>
            <translation>Please split the list into several files before importing.</translation>
        </message>
        <message>
            <source>第 {1} 行的引号不成对，或格式有误。</source>
            <translation>In row {1} a quote is not closed, or the format is wrong.</translation>
        </message>
        <message>
            <source>请在表格软件中打开并重新保存。</source>
            <translation>Please open it in a spreadsheet program and save it again.</translation>
        </message>
        <message>
            <source>文件里有空字符：它可能是没有标记的 UTF-16，或已经损坏。</source>
            <translation>The file has null characters: it may be UTF-16 without a mark, or damaged.</translation>
        </message>
        <message>
            <source>请在表格软件中另存为“CSV UTF-8”或 .xlsx。</source>
            <translation>Please save it as "CSV UTF-8" or .xlsx in a spreadsheet program.</translation>
        </message>
        <message>
            <source>认不出文件的文字编码，或者它不是列表文件。</source>
            <translation>The text encoding of the file is unknown, or it is no list.</translation>
        </message>
        <message>
            <source>这不是完好的 Excel 文件。</source>
            <translation>This is not an intact Excel file.</translation>
        </message>
        <message>
            <source>请在 Excel 中打开并另存为 .xlsx。</source>
            <translation>Please open it in Excel and save it as .xlsx.</translation>
        </message>
        <message>
            <source>这个文件设有打开密码。</source>
            <translation>This file has an opening password.</translation>
        </message>
        <message>
            <source>请去掉密码后另存为 .xlsx。</source>
            <translation>Please remove the password and save it as .xlsx.</translation>
        </message>
        <message>
            <source>这个 Excel 文件带有宏（.xlsm），为安全起见不读取。</source>
            <translation>This Excel file has macros (.xlsm) and is not read, for safety.</translation>
        </message>
        <message>
            <source>请在 Excel 中另存为不带宏的 .xlsx。</source>
            <translation>Please save it in Excel as .xlsx without macros.</translation>
        </message>
        <message>
            <source>这是二进制的 Excel 文件（.xlsb）。</source>
            <translation>This is a binary Excel file (.xlsb).</translation>
        </message>
        <message>
            <source>请另存为 .xlsx。</source>
            <translation>Please save it as .xlsx.</translation>
        </message>
        <message>
            <source>文件展开后过大。</source>
            <translation>Unpacked, the file is too large.</translation>
        </message>
        <message>
            <source>请把列表分成几个文件。</source>
            <translation>Please split the list into several files.</translation>
        </message>
        <message>
            <source>表格里有很多合并的单元格。</source>
            <translation>The sheet has very many merged cells.</translation>
        </message>
        <message>
            <source>请取消全部合并，逐行填写。</source>
            <translation>Please unmerge all cells and fill in each row.</translation>
        </message>
        <message>
            <source>读取这个文件时出错。</source>
            <translation>This file could not be read.</translation>
        </message>
        <message>
            <source>请检查 U 盘或文件夹是否还在，再添加一次。</source>
            <translation>Please check that the USB stick or folder is still there, then add it again.</translation>
        </message>
        <message>
            <source>这个文件在添加的时候被改动了。</source>
            <translation>This file changed while it was being added.</translation>
        </message>
        <message>
            <source>请等它复制或保存完成，再添加一次。</source>
            <translation>Please wait until it is copied or saved, then add it again.</translation>
        </message>
        <message>
            <source>这个文件打不开。</source>
            <translation>This file cannot be opened.</translation>
        </message>
        <message>
            <source>请检查文件是否还在，再添加一次。</source>
            <translation>Please check that the file is still there, then add it again.</translation>
        </message>
        <message>
            <source>这个文件是空的。</source>
            <translation>This file is empty.</translation>
        </message>
        <message>
            <source>请重新扫描或拍照，再添加一次。</source>
            <translation>Please scan or photograph it again, then add it.</translation>
        </message>
        <message>
            <source>这个文件超过 {1} MB。</source>
            <translation>This file is larger than {1} MB.</translation>
        </message>
        <message>
            <source>请用较低的分辨率重新扫描；录音录像请分成几段，或只留见证的部分。</source>
            <translation>Please scan again at a lower resolution; split recordings into parts, or keep only the witnessing.</translation>
        </message>
        <message>
            <source>这是手机的 HEIC 照片，别的电脑不一定打得开。</source>
            <translation>This is a HEIC photo from a phone, which other computers may not open.</translation>
        </message>
        <message>
            <source>请在手机的相机设置里选“兼容性最佳”后重拍，或另存为 JPEG 再添加。</source>
            <translation>Please choose "most compatible" in the phone's camera settings and take it again, or save it as JPEG and add that.</translation>
        </message>
        <message>
            <source>这个文件不是图片、PDF 或录音录像。</source>
            <translation>This file is no picture, PDF or recording.</translation>
        </message>
        <message>
            <source>能添加的有：JPEG、PNG、TIFF 图片，PDF，MP3、M4A、WAV 录音，MP4、MOV 录像。</source>
            <translation>What can be added: JPEG, PNG and TIFF pictures, PDF, MP3, M4A and WAV sound, MP4 and MOV video.</translation>
        </message>
        <message>
            <source>图片</source>
            <translation>a picture</translation>
        </message>
        <message>
            <source>录音或录像</source>
            <translation>a recording</translation>
        </message>
        <message>
            <source>“{1}”只能是{2}。</source>
            <translation>"{1}" can only be {2}.</translation>
        </message>
        <message>
            <source>请添加到合适的一栏，或另选一个文件。</source>
            <translation>Please add it where it belongs, or choose another file.</translation>
        </message>
        <message>
            <source>这张图片已损坏或不完整，打不开。</source>
            <translation>This picture is damaged or incomplete and cannot be opened.</translation>
        </message>
        <message>
            <source>这张图片太大，超过 {1} 万像素。</source>
            <translation>This picture is too large: more than {1}0,000 pixels.</translation>
        </message>
        <message>
            <source>请用较低的分辨率（300 dpi 就够清楚）重新扫描。</source>
            <translation>Please scan again at a lower resolution (300 dpi is clear enough).</translation>
        </message>
        <message>
            <source>这个文件有 {1} 页，超过 {2} 页。</source>
            <translation>This file has {1} pages, more than {2}.</translation>
        </message>
        <message>
            <source>请只添加属于这一份登记的纸张。</source>
            <translation>Please add only the sheets that belong to this registration.</translation>
        </message>
        <message>
            <source>这个 PDF 设有密码。</source>
            <translation>This PDF has a password.</translation>
        </message>
        <message>
            <source>请另存为没有密码的 PDF，或重新扫描后再添加。</source>
            <translation>Please save it without a password, or scan it again and add that.</translation>
        </message>
        <message>
            <source>这个 PDF 已损坏或不完整，打不开。</source>
            <translation>This PDF is damaged or incomplete and cannot be opened.</translation>
        </message>
        <message>
            <source>请重新扫描，或在能打开它的程序里另存为 PDF 再添加。</source>
            <translation>Please scan it again, or save it as PDF in a program that opens it, and add that.</translation>
        </message>
        <message>
            <source>月份的格式不对。</source>
            <translation>The month has the wrong form.</translation>
        </message>
        <message>
            <source>请按 2026-11 的样子填写。</source>
            <translation>Please enter it like 2026-11.</translation>
        </message>
        <message>
            <source>这个文件不能写入。</source>
            <translation>This file cannot be written.</translation>
        </message>
        <message>
            <source>它可能正在 Excel 中打开，或文件夹是只读的；请关闭它，或换一个文件夹。</source>
            <translation>It may be open in Excel, or the folder is read-only; please close it or use another folder.</translation>
        </message>
        <message>
            <source>磁盘满了，文件没有写成。</source>
            <translation>The disk is full; the file was not written.</translation>
        </message>
        <message>
            <source>请清理磁盘空间，或换一个地方再试。</source>
            <translation>Please free some disk space, or try another place.</translation>
        </message>
        <message>
            <source>文件没有写成。</source>
            <translation>The file was not written.</translation>
        </message>
        <message>
            <source>请检查文件夹和 U 盘是否还在、能否写入，或换一个文件夹。</source>
            <translation>Please check that folder and USB stick are there and can be written to, or use another folder.</translation>
        </message>
        <message>
            <source>这个文件夹用不了。</source>
            <translation>This folder cannot be used.</translation>
        </message>
        <message>
            <source>请检查它的名字和 U 盘，或换一个文件夹。</source>
            <translation>Please check its name and the USB stick, or use another folder.</translation>
        </message>
        <message>
            <source>文件读不出来。</source>
            <translation>The file cannot be read.</translation>
        </message>
        <message>
            <source>请检查文件还在不在、U 盘有没有拔出，再选一次。</source>
            <translation>Please check that the file is still there and the USB stick was not pulled out, then choose again.</translation>
        </message>
        <message>
            <source>这份文书还没有打印过。</source>
            <translation>This paper has not been printed yet.</translation>
        </message>
        <message>
            <source>请先打印。</source>
            <translation>Please print it first.</translation>
        </message>
        <message>
            <source>这份文书的签署不在这里登记。</source>
            <translation>The signing of this paper is not recorded here.</translation>
        </message>
        <message>
            <source>意愿书请按“纸质件已签署并归档”；大字阅读本、登记证明和志愿者卡不用签署。</source>
            <translation>For the letter, press "The paper is signed and filed"; copies in large print, certificates and volunteer cards are not signed.</translation>
        </message>
        <message>
            <source>签署日期不能晚于今天，也不能早于打印日期。</source>
            <translation>The day of signing cannot be later than today or earlier than the printing.</translation>
        </message>
        <message>
            <source>请按纸面上的日期填写。</source>
            <translation>Please enter the date on the paper.</translation>
        </message>
        <message>
            <source>没有这种文书。</source>
            <translation>There is no such paper.</translation>
        </message>
        <message>
            <source>这份文书已经打印过。</source>
            <translation>This paper has been printed before.</translation>
        </message>
        <message>
            <source>确实要再打印的，请写明重印的原因。</source>
            <translation>If it really must be printed again, please give the reason.</translation>
        </message>
        <message>
            <source>这份意愿书还没有打印过，不能重印。</source>
            <translation>This letter of intent has not been printed yet, so it cannot be reprinted.</translation>
        </message>
        <message>
            <source>请按“打印意愿书”。</source>
            <translation>Please press "Print the letter of intent".</translation>
        </message>
        <message>
            <source>练习登记点（不是真实登记）</source>
            <translation>Practice point (not real registrations)</translation>
        </message>
        <message>
            <source>虚构的养老服务中心</source>
            <translation>Made-up care centre</translation>
        </message>
        <message>
            <source>磁盘满了，练习没有准备好。</source>
            <translation>The disk is full, so practising was not got ready.</translation>
        </message>
        <message>
            <source>请清理磁盘空间，再试一次；真的登记不受影响。</source>
            <translation>Please free some space and try again; the real registrations are not affected.</translation>
        </message>
        <message>
            <source>练习没有准备好：数据文件夹旁边不能写入。</source>
            <translation>Practising was not got ready: nothing can be written beside the data folder.</translation>
        </message>
        <message>
            <source>请技术支持检查文件夹的权限，再试一次；真的登记不受影响。</source>
            <translation>Ask technical support to check the permissions of the folder, then try again; the real registrations are not affected.</translation>
        </message>
        <message>
            <source>这不是练习用的文件夹，没有动它。</source>
            <translation>This is no practice folder; it was left alone.</translation>
        </message>
        <message>
            <source>请把它改个名字，再进入练习；里面的内容都在。</source>
            <translation>Please rename it, then start the practice; its content is all there.</translation>
        </message>
        <message>
            <source>这份登记还没有见证，不能打印正式的意愿书。</source>
            <translation>This registration has not been witnessed yet; the real letter of intent cannot be printed.</translation>
        </message>
        <message>
            <source>请先完成填写和见证。</source>
            <translation>Please finish filling in and witnessing first.</translation>
        </message>
        <message>
            <source>{1}里的“{2}”（U+{3}）没有字体能印。</source>
            <translation>No font can print the character "{2}" (U+{3}) in {1}.</translation>
        </message>
        <message>
            <source>名字里的字请在打印以前安装字体，不要用别的字代替；表情符号请删去。</source>
            <translation>Characters of a name: install a font before printing, do not put another character in their place; please delete emoji.</translation>
        </message>
        <message>
            <source>这份登记已经封批，签署早已登记。</source>
            <translation>This registration is in a sealed batch; its signing was recorded long ago.</translation>
        </message>
        <message>
            <source>不需要再次登记签署。</source>
            <translation>The signing need not be recorded again.</translation>
        </message>
        <message>
            <source>签署日期不能晚于今天，也不能早于登记日期。</source>
            <translation>The day of signing cannot be later than today or earlier than the registration.</translation>
        </message>
        <message>
            <source>与恢复码不一致。</source>
            <translation>It does not agree with the recovery code.</translation>
        </message>
        <message>
            <source>请对照抄下的恢复码逐组再输一遍。</source>
            <translation>Please type it again group by group from your copy.</translation>
        </message>
        <message>
            <source>工号的格式不对。</source>
            <translation>The staff number has the wrong form.</translation>
        </message>
        <message>
            <source>请用 20 位以内的字母、数字或连字符，如 A001。</source>
            <translation>Please use up to 20 letters, digits or hyphens, such as A001.</translation>
        </message>
        <message>
            <source>这个工号不是管理员，或大小写不同。</source>
            <translation>This staff number is no administrator's, or differs in upper and lower case.</translation>
        </message>
        <message>
            <source>请填管理员的工号，或一个没有用过的工号。</source>
            <translation>Please enter an administrator's staff number, or one that was never used.</translation>
        </message>
        <message>
            <source>这位志愿者已经转介过。</source>
            <translation>This volunteer has been referred already.</translation>
        </message>
        <message>
            <source>不需要再次登记。</source>
            <translation>It need not be recorded again.</translation>
        </message>
        <message>
            <source>这份登记没有撤销，也没有明确不捐献。</source>
            <translation>This registration is neither withdrawn nor a refusal to donate.</translation>
        </message>
        <message>
            <source>请打开它更正。</source>
            <translation>Please open it and correct it.</translation>
        </message>
        <message>
            <source>本人还没有签署书面声明。</source>
            <translation>The person has not signed the written statement yet.</translation>
        </message>
        <message>
            <source>请本人在声明上签名后，勾选“书面声明已由本人签署”。</source>
            <translation>Please have the person sign the statement, then tick "The person has signed the written statement".</translation>
        </message>
        <message>
            <source>还有 {1} 处需要补填或更正。</source>
            <translation>{1} places still to be filled in or corrected.</translation>
        </message>
        <message>
            <source>请按每一处旁边的提示修改。</source>
            <translation>Please follow the hint beside each place.</translation>
        </message>
        <message>
            <source>还有 {1} 处提示没有写明理由。</source>
            <translation>{1} hints still have no reason.</translation>
        </message>
        <message>
            <source>请在每一处后面写明为什么可以继续。</source>
            <translation>Please write after each why it is all right to go on.</translation>
        </message>
        <message>
            <source>这份登记已经见证，内容不能再改。</source>
            <translation>This registration is witnessed; its content cannot be changed.</translation>
        </message>
        <message>
            <source>请用“变更”另立一个新版本。</source>
            <translation>Please start a new version with "Change".</translation>
        </message>
        <message>
            <source>{n} 份登记</source>
            <translation>{n} registrations</translation>
        </message>
        <message>
            <source>{n} 处登记内容或状态</source>
            <translation>{n} contents or states of registrations</translation>
        </message>
        <message>
            <source>{n} 个附件</source>
            <translation>{n} attachments</translation>
        </message>
        <message>
            <source>{n} 个批次</source>
            <translation>{n} batches</translation>
        </message>
        <message>
            <source>{n} 条日志</source>
            <translation>{n} diary entries</translation>
        </message>
        <message>
            <source>是一个文件夹，不是备份文件</source>
            <translation>is a folder, not a backup file</translation>
        </message>
        <message>
            <source>不在</source>
            <translation>is not there</translation>
        </message>
        <message>
            <source>备份文件 {1} {2}。</source>
            <translation>The backup file {1} {2}.</translation>
        </message>
        <message>
            <source>请核对路径，插好 U 盘；备份文件的名字以 .zjrc-backup 结尾。</source>
            <translation>Check the path and the USB stick; the name of a backup file ends in .zjrc-backup.</translation>
        </message>
        <message>
            <source>这个账号已停用。</source>
            <translation>This account is disabled.</translation>
        </message>
        <message>
            <source>请换一个账号，或用恢复码。</source>
            <translation>Please use another account, or the recovery code.</translation>
        </message>
        <message>
            <source>备份里的登记库与它自己的说明不符，或者已损坏。</source>
            <translation>The register in the backup does not agree with its own description, or is damaged.</translation>
        </message>
        <message>
            <source>请另选一个备份文件。</source>
            <translation>Please choose another backup file.</translation>
        </message>
        <message>
            <source>这是登记点 {1} 的备份，现有的登记库属于 {2}。</source>
            <translation>This is a backup of point {1}; the present register belongs to {2}.</translation>
        </message>
        <message>
            <source>请核对备份文件，或恢复到另一个数据文件夹。</source>
            <translation>Please check the backup file, or restore into another data folder.</translation>
        </message>
        <message>
            <source>确实要恢复的，请确认替换；现有的登记库会原样另存，不会删除。</source>
            <translation>If you really want to restore, please confirm the replacement; the present register is put aside as it is, not deleted.</translation>
        </message>
        <message>
            <source>已损坏或换过密钥</source>
            <translation>it is damaged or its key was changed</translation>
        </message>
        <message>
            <source>已损坏、换过密钥，或者属于另一个登记点</source>
            <translation>it is damaged, its key was changed, or it is another point's</translation>
        </message>
        <message>
            <source>这是登记点“{1}”（{2}）的备份。现有的登记库用它的钥匙读不出：{3}，看不出恢复以后会少什么。您要恢复的确实是“{4}”吗？</source>
            <translation>This is a backup of the point “{1}” ({2}). The present register can't be read with its key: {3}, so it can't be told what would be missing afterwards. Is it really “{4}” that you want to restore?</translation>
        </message>
        <message>
            <source>现有的登记库比这个备份新：{1}。</source>
            <translation>The present register is newer than this backup: {1}.</translation>
        </message>
        <message>
            <source>{1} {2} 次</source>
            <translation>{1} × {2}</translation>
        </message>
        <message>
            <source>等</source>
            <translation> and others</translation>
        </message>
        <message>
            <source>{1} 条操作记录（{2}{3}）</source>
            <translation>{1} audit entries ({2}{3})</translation>
        </message>
        <message>
            <source>恢复以后会少 {1}</source>
            <translation>after restoring there will be missing {1}</translation>
        </message>
        <message>
            <source>{1}；{2} 在备份以后停用，恢复以后照样停用</source>
            <translation>{1}; {2} were disabled after the backup and stay disabled</translation>
        </message>
        <message>
            <source>备份里的管理员后来都停用了，恢复以后没有人能管理账号。</source>
            <translation>All administrators of the backup were disabled since; nobody could manage accounts after restoring.</translation>
        </message>
        <message>
            <source>请用恢复码恢复，再用恢复码设置一位管理员。</source>
            <translation>Restore with the recovery code, then set an administrator with it.</translation>
        </message>
        <message>
            <source>这个批次已经登记为丢失，其中的登记随后面的批次上交。</source>
            <translation>This batch was recorded as lost; its registrations go with a later batch.</translation>
        </message>
        <message>
            <source>不需要再次登记；还在待封批里的，请再封一次批。</source>
            <translation>It needs no recording again. Seal again if any of them still wait for a batch.</translation>
        </message>
        <message>
            <source>这个批次没有丢失：文件还在本机，或已有回执。</source>
            <translation>This batch is not lost: its file is still on this PC, or it has a receipt.</translation>
        </message>
        <message>
            <source>文件还在的，请按“再次交出所选批次…”。</source>
            <translation>If the file is there, press “Hand over the chosen batch again…”.</translation>
        </message>
        <message>
            <source>批次 {1} 的文件已不在本机，或已损坏。</source>
            <translation>The file of batch {1} is not on this PC any more, or is damaged.</translation>
        </message>
        <message>
            <source>省中心已经接收的不需要再交；确认没有收到的，请在“批次”里按“文件丢失，重新报送…”。</source>
            <translation>What the centre has received need not be handed over again; if it is sure that nothing came, press “File Lost, Send Anew…” in “Batches”.</translation>
        </message>
        <message>
            <source>批次 {1} 在本机的文件已损坏，没有交出。</source>
            <translation>The file of batch {1} on this PC is damaged and was not handed over.</translation>
        </message>
        <message>
            <source>请先问省中心：确认没有收到的，在“批次”里按“文件丢失，重新报送…”。</source>
            <translation>Ask the centre first; if it never came there, press “File Lost, Send Anew…” in “Batches”.</translation>
        </message>
        <message>
            <source>批次 {1} 已封好并存在本机，但没有拷进所选的文件夹。</source>
            <translation>Batch {1} is sealed and kept on this computer, but was not copied into the chosen folder.</translation>
        </message>
        <message>
            <source>请换一个有空间、能写入的文件夹或 U 盘，再封批一次，就会拷过去。</source>
            <translation>Please use another folder or USB stick with space that can be written to and seal once more; it will be copied there.</translation>
        </message>
        <message>
            <source>这个批次还没有封完。</source>
            <translation>This batch is not sealed to its end yet.</translation>
        </message>
        <message>
            <source>请按“封批到文件夹…”，程序会接着封完再交出。</source>
            <translation>Press “Seal a batch into a folder…”; it is finished and then handed over.</translation>
        </message>
        <message>
            <source>没有已签署的登记等待封批。</source>
            <translation>No signed registrations are waiting to be sealed.</translation>
        </message>
        <message>
            <source>请先登记纸质意愿书的签署情况。</source>
            <translation>Please record the signing of the paper letters of intent first.</translation>
        </message>
        <message>
            <source>{1} 分钟</source>
            <translation>{1} minutes</translation>
        </message>
        <message>
            <source>{1} 小时</source>
            <translation>{1} hours</translation>
        </message>
        <message>
            <source>电脑的时间比上一次记录早了 {1}，已记入审计。请核对电脑的日期和时间。（D12）</source>
            <translation>The computer's clock is {1} behind the last record; this is noted in the audit. Please check the computer's date and time. (D12)</translation>
        </message>
        <message>
            <source>电脑的日期比这个程序做好的那一天还早。请核对电脑的日期和时间。（W20）</source>
            <translation>The computer's date is before the day this program was made. Please check the computer's date and time. (W20)</translation>
        </message>
        <message>
            <source>电脑的日期比上一次使用晚了一年多。请核对电脑的日期和时间。（W21）</source>
            <translation>The computer's date is more than a year after the last use. Please check the computer's date and time. (W21)</translation>
        </message>
        <message>
            <source>{1}不能做这件事。</source>
            <translation>This cannot be done in the role of {1}.</translation>
        </message>
        <message>
            <source>请由{1}登录后办理。</source>
            <translation>Please let somebody sign in as: {1}.</translation>
        </message>
        <message>
            <source>练习 {1}</source>
            <translation>Practice {1}</translation>
        </message>
        <message>
            <source>这是练习，不能备案，也不能封批给省中心。</source>
            <translation>This is the practice; it cannot enrol, nor seal batches for the provincial centre.</translation>
        </message>
        <message>
            <source>请按“锁定”离开练习再办理。</source>
            <translation>Please leave the practice with "Lock" first.</translation>
        </message>
        <message>
            <source>练习不用密码，人员和密码在练习里不能改。</source>
            <translation>Practising needs no password: staff and passwords cannot be changed there.</translation>
        </message>
        <message>
            <source>登记点编号的格式不对。</source>
            <translation>The code of the point has the wrong form.</translation>
        </message>
        <message>
            <source>编号形如 ZJ-HZ-0001，请向省中心核对。</source>
            <translation>A code looks like ZJ-HZ-0001; please check with the provincial centre.</translation>
        </message>
        <message>
            <source>这个编号留给练习用。</source>
            <translation>This code is kept for practice.</translation>
        </message>
        <message>
            <source>请填省中心给本登记点的编号。</source>
            <translation>Please enter the code the provincial centre gave this point.</translation>
        </message>
        <message>
            <source>登记点名称没有填写或太长。</source>
            <translation>The name of the point is missing or too long.</translation>
        </message>
        <message>
            <source>请填写，至多 {1} 个字。</source>
            <translation>Please fill it in, at most {1} characters.</translation>
        </message>
        <message>
            <source>登记点的电话不对。</source>
            <translation>The point's phone number is not right.</translation>
        </message>
        <message>
            <source>请填 11 位手机号码，或带区号的固定电话；也可以先空着。</source>
            <translation>Please enter a mobile number of 11 digits or a landline with its area code; it can also stay empty for now.</translation>
        </message>
        <message>
            <source>这是临时密码，只能用一次。</source>
            <translation>This is a temporary password that works only once.</translation>
        </message>
        <message>
            <source>请先改成自己的密码。</source>
            <translation>Please replace it by your own password first.</translation>
        </message>
        <message>
            <source>请联系管理员。</source>
            <translation>Please ask an administrator.</translation>
        </message>
        <message>
            <source>备份文件夹</source>
            <translation>Backup folder</translation>
        </message>
        <message>
            <source>备案申请</source>
            <translation>Enrolment request</translation>
        </message>
        <message>
            <source>备案文件</source>
            <translation>Enrolment file</translation>
        </message>
        <message>
            <source>登记 {1} 的附件已损坏，没有封进这一批。</source>
            <translation>An attachment of registration {1} is damaged; it was left out of this batch.</translation>
        </message>
        <message>
            <source>其余的请再封一次批；损坏的请管理员检查登记库，从以前的备份找回。</source>
            <translation>Seal once more for the others; for the damaged one an administrator checks the store and fetches it from an earlier backup.</translation>
        </message>
        <message>
            <source>这个工号已经有人用了。</source>
            <translation>This staff number is taken already.</translation>
        </message>
        <message>
            <source>请换一个工号，或启用原来的账号。</source>
            <translation>Please use another staff number, or enable the earlier account.</translation>
        </message>
        <message>
            <source>自动锁定的时间不对。</source>
            <translation>The time of automatic lock is not right.</translation>
        </message>
        <message>
            <source>请填 {1} 到 {2} 分钟。</source>
            <translation>Please enter {1} to {2} minutes.</translation>
        </message>
        <message>
            <source>请先启用这个账号。</source>
            <translation>Please enable this account first.</translation>
        </message>
        <message>
            <source>这个账号没有停用，不需要启用。</source>
            <translation>This account is not disabled; there is nothing to enable.</translation>
        </message>
        <message>
            <source>忘记密码的，请重设这个人的密码。</source>
            <translation>If the password is forgotten, please reset that person's password.</translation>
        </message>
        <message>
            <source>没有这个工号。</source>
            <translation>There is no such staff number.</translation>
        </message>
        <message>
            <source>请核对大小写。</source>
            <translation>Please check upper and lower case.</translation>
        </message>
        <message>
            <source>这是最后一位管理员，不能停用或改成别的角色。</source>
            <translation>This is the last administrator, who cannot be disabled or given another role.</translation>
        </message>
        <message>
            <source>请先添加另一位管理员。</source>
            <translation>Please add another administrator first.</translation>
        </message>
        <message>
            <source>姓名没有填写或太长。</source>
            <translation>The name is missing or too long.</translation>
        </message>
        <message>
            <source>没有这个角色。</source>
            <translation>There is no such role.</translation>
        </message>
        <message>
            <source>请从登记员、管理员、审计员里选一个。</source>
            <translation>Please choose registrar, administrator or auditor.</translation>
        </message>
        <message>
            <source>年龄</source>
            <translation>Age</translation>
        </message>
        <message>
            <source>现住地</source>
            <translation>Residence</translation>
        </message>
        <message>
            <source>户籍地</source>
            <translation>Household place</translation>
        </message>
        <message>
            <source>登记人员</source>
            <translation>Staff</translation>
        </message>
        <message>
            <source>新增登记</source>
            <translation>New registrations</translation>
        </message>
        <message>
            <source>60 岁以下</source>
            <translation>Under 60</translation>
        </message>
        <message>
            <source>60–69 岁</source>
            <translation>60–69</translation>
        </message>
        <message>
            <source>70–79 岁</source>
            <translation>70–79</translation>
        </message>
        <message>
            <source>80–89 岁</source>
            <translation>80–89</translation>
        </message>
        <message>
            <source>90 岁以上</source>
            <translation>90 and over</translation>
        </message>
        <message>
            <source>未填写</source>
            <translation>Not filled in</translation>
        </message>
        <message>
            <source>起止日期有一个不是日期。</source>
            <translation>One of the two dates is not a date.</translation>
        </message>
        <message>
            <source>请写成 2026-01-31 的样子。</source>
            <translation>Please write it like 2026-01-31.</translation>
        </message>
        <message>
            <source>开始的日期在结束的日期之后。</source>
            <translation>The first date is after the last.</translation>
        </message>
        <message>
            <source>请把起止日期对调。</source>
            <translation>Please exchange the two dates.</translation>
        </message>
        <message>
            <source>{1} 年 {2} 月</source>
            <translation>{2}/{1}</translation>
        </message>
        <message>
            <source>没有写明原因。</source>
            <translation>No reason was given.</translation>
        </message>
        <message>
            <source>请写一句为什么，以后查历史时看得懂。</source>
            <translation>Please write a sentence on why, so that it is clear in the history later.</translation>
        </message>
        <message>
            <source>原因太长，或有看不见的字符。</source>
            <translation>The reason is too long or has invisible characters.</translation>
        </message>
        <message>
            <source>请用一两句话写明，不超过 {1} 个字。</source>
            <translation>Please write a sentence or two, at most {1} characters.</translation>
        </message>
        <message>
            <source>以后面批次的回执为准；请告诉省中心。</source>
            <translation>The later batch's receipt counts; please tell the centre.</translation>
        </message>
        <message>
            <source>这份回执对应的批次是恢复备份以前封的，恢复来的登记库里没有它。</source>
            <translation>The batch of this receipt was sealed after the backup that this store was restored from; it is not in here.</translation>
        </message>
        <message>
            <source>省中心已有那一批登记：回执请留存，其中的登记不要再请人签名，需要改的用“更正”。</source>
            <translation>The centre has that batch: keep the receipt, have nobody in it sign again, and use “Correct” where something has to change.</translation>
        </message>
        <message>
            <source>这份回执不对应本机封过的任何批次。</source>
            <translation>This receipt belongs to no batch sealed on this computer.</translation>
        </message>
        <message>
            <source>请向省中心核对批次号，索取正确的回执。</source>
            <translation>Please check the batch number with the provincial centre and ask for the right receipt.</translation>
        </message>
        <message>
            <source>回执里有不在这个批次中的登记。</source>
            <translation>The receipt holds registrations that are not in this batch.</translation>
        </message>
        <message>
            <source>请把这份回执交给省中心核查。</source>
            <translation>Please give this receipt to the provincial centre to look into.</translation>
        </message>
        <message>
            <source>这份登记还没有省中心的证明。</source>
            <translation>This registration has no certificate from the provincial centre yet.</translation>
        </message>
        <message>
            <source>请先接收省中心的回执。</source>
            <translation>Please take the provincial centre's receipt first.</translation>
        </message>
        <message>
            <source>这份证明已经交付过。</source>
            <translation>This certificate has been handed over already.</translation>
        </message>
        <message>
            <source>是真的，现在有效。</source>
            <translation> is genuine and in force.</translation>
        </message>
        <message>
            <source>是真的，但还没有登记签署，尚未生效。</source>
            <translation> is genuine, but its signing has not been recorded yet; it is not in force.</translation>
        </message>
        <message>
            <source>是真的，但已被以后的登记替代，不再有效。</source>
            <translation> is genuine, but was superseded by a later registration and no longer counts.</translation>
        </message>
        <message>
            <source>是真的，但本人已经撤销或明确不捐献，不再有效。</source>
            <translation> is genuine, but the person has withdrawn or refused to donate; it no longer counts.</translation>
        </message>
        <message>
            <source>是真的，但这份登记的个人信息已经删除，不再有效。</source>
            <translation> is genuine, but the personal data of this registration has been deleted; it no longer counts.</translation>
        </message>
        <message>
            <source>是真的。是否仍然有效，本机不知道，请以省中心的答复为准。</source>
            <translation> is genuine. Whether it is still in force is not known here; please ask the provincial centre.</translation>
        </message>
        <message>
            <source>被改动过，不能相信。请打电话向出具的登记点或省中心核实。</source>
            <translation> has been altered and cannot be believed. Please call the point that issued it or the provincial centre.</translation>
        </message>
        <message>
            <source>不是本登记点的，本机没有出具单位的证书，无法核对。请打电话向省中心核实。</source>
            <translation> is not from this point, and the issuer's certificate is not on this computer, so it cannot be checked. Please call the provincial centre.</translation>
        </message>
        <message>
            <source>这份文书</source>
            <translation>This paper</translation>
        </message>
        <message>
            <source>（重印 {1}）</source>
            <translation> (reprint {1})</translation>
        </message>
        <message>
            <source>证明编号 {1}</source>
            <translation>certificate no. {1}</translation>
        </message>
        <message>
            <source>{1}年{2}月{3}日出具</source>
            <translation>issued {1}-{2}-{3}</translation>
        </message>
        <message>
            <source>这张图片里没有能读出的二维码，或者不止一个。</source>
            <translation>No QR code can be read in this picture, or there is more than one.</translation>
        </message>
        <message>
            <source>请把纸放平，以 150 dpi 以上重新扫描，一次一页。</source>
            <translation>Please lay the paper flat and scan it again at 150 dpi or more, one page at a time.</translation>
        </message>
        <message>
            <source>待交文件夹里已有同名但内容不同的批次文件。</source>
            <translation>The outbox has a batch file of the same name with other content.</translation>
        </message>
        <message>
            <source>请联系省中心，不要自行删除文件。</source>
            <translation>Please call the provincial centre; do not delete the file yourself.</translation>
        </message>
    </context>
    <context>
        <name>batches</name>
        <message>
            <source>签名密钥读不出来。</source>
            <translation>The signing key cannot be read.</translation>
        </message>
        <message>
            <source>请用最近的备份恢复，或重新申请证书。</source>
            <translation>Please restore the newest backup, or apply for a new certificate.</translation>
        </message>
        <message>
            <source>这份备案文件是另一个中心签发的。</source>
            <translation>This enrolment file was issued by another centre.</translation>
        </message>
        <message>
            <source>请向原来的省中心核实，不要导入。</source>
            <translation>Please check with your own provincial centre; do not import it.</translation>
        </message>
        <message>
            <source>这份备案文件里的证书不是本机申请的那一份。</source>
            <translation>The certificate in this enrolment file is not the one this computer applied for.</translation>
        </message>
        <message>
            <source>请导入最近一次申请得到的文件。</source>
            <translation>Please import the file from the latest request.</translation>
        </message>
        <message>
            <source>备案文件不完整或者有改动。</source>
            <translation>The enrolment file is incomplete or was altered.</translation>
        </message>
        <message>
            <source>请重新拷贝，或向省中心重新索取。</source>
            <translation>Please copy it again, or ask the provincial centre for it again.</translation>
        </message>
        <message>
            <source>这份备案文件是给另一个登记点的。</source>
            <translation>This enrolment file is for another point.</translation>
        </message>
        <message>
            <source>请选择本登记点的备案文件。</source>
            <translation>Please choose the enrolment file of this point.</translation>
        </message>
        <message>
            <source>备案文件的签名或证书无效。</source>
            <translation>The signature or certificate of the enrolment file is not valid.</translation>
        </message>
        <message>
            <source>请打电话向省中心核实，不要导入。</source>
            <translation>Please call the provincial centre; do not import it.</translation>
        </message>
        <message>
            <source>请让登记点重新导出这个批次，再拷贝一次。</source>
            <translation>Please have the point export this batch and copy it again.</translation>
        </message>
        <message>
            <source>请不要使用这个文件，并打电话向登记点核实。</source>
            <translation>Please do not use this file, and call the point.</translation>
        </message>
        <message>
            <source>请让登记点的管理员查看日志，更正后重新封批。</source>
            <translation>Please have the point's administrator look at the log, correct it and seal again.</translation>
        </message>
        <message>
            <source>这个文件不是批次文件，或开头已经损坏。</source>
            <translation>This file is no batch, or its beginning is damaged.</translation>
        </message>
        <message>
            <source>请选择登记点交来的批次文件（.zjrc）；选的就是它的，请登记点重新拷贝一份。</source>
            <translation>Please choose the batch file from the point (.zjrc); if it is this one, please have the point copy it again.</translation>
        </message>
        <message>
            <source>批次文件不完整，后面缺了一部分。</source>
            <translation>The batch file is incomplete; its end is missing.</translation>
        </message>
        <message>
            <source>批次文件里的内容多了、少了、重复了或顺序不对。</source>
            <translation>The batch file has something too much, missing, twice or in the wrong order.</translation>
        </message>
        <message>
            <source>批次文件被别的软件压缩或加密过。</source>
            <translation>The batch file was compressed or encrypted by other software.</translation>
        </message>
        <message>
            <source>批次清单读不出来。</source>
            <translation>The batch manifest cannot be read.</translation>
        </message>
        <message>
            <source>批次清单里有一项缺少或填得不对。</source>
            <translation>Something in the batch manifest is missing or not right.</translation>
        </message>
        <message>
            <source>批次是用更新的格式封的，本程序读不了。</source>
            <translation>The batch was sealed in a newer format that this program cannot read.</translation>
        </message>
        <message>
            <source>请先升级本程序，再接收这个批次。</source>
            <translation>Please update this program before taking this batch.</translation>
        </message>
        <message>
            <source>批次的内容与清单里的校验值不一致。</source>
            <translation>The content of the batch does not agree with the check values in its manifest.</translation>
        </message>
        <message>
            <source>批次文件有改动，与封批时不完全一样。</source>
            <translation>The batch file was altered; it is not exactly as it was sealed.</translation>
        </message>
        <message>
            <source>批次不是加密给本中心的。</source>
            <translation>The batch is not encrypted to this centre.</translation>
        </message>
        <message>
            <source>请让登记点核对中心的加密公钥，重新封批。</source>
            <translation>Please have the point check the centre's public key and seal again.</translation>
        </message>
        <message>
            <source>批次的加密部分读不出来。</source>
            <translation>The encrypted part of the batch cannot be read.</translation>
        </message>
        <message>
            <source>批次解开后大得不合理，已停止。</source>
            <translation>Unpacked, the batch grows beyond reason; stopped.</translation>
        </message>
        <message>
            <source>批次里有不允许的文件名或文件类型。</source>
            <translation>The batch has a file name or type that is not allowed.</translation>
        </message>
        <message>
            <source>批次里的文件与它自己的目录不一致。</source>
            <translation>The files in the batch do not agree with its own list.</translation>
        </message>
        <message>
            <source>批次里的登记数或附件数与清单不一致。</source>
            <translation>The number of registrations or attachments in the batch does not agree with its manifest.</translation>
        </message>
        <message>
            <source>批次里有一条登记读不出来。</source>
            <translation>A registration in the batch cannot be read.</translation>
        </message>
        <message>
            <source>批次里有一条登记不符合数据规范。</source>
            <translation>A registration in the batch does not meet the data specification.</translation>
        </message>
        <message>
            <source>批次里的附件与登记里写的不一致。</source>
            <translation>An attachment in the batch does not agree with what the registration says.</translation>
        </message>
        <message>
            <source>一个批次装不下这么多内容。</source>
            <translation>One batch cannot hold so much.</translation>
        </message>
        <message>
            <source>请减少登记或附件，分成几个批次。</source>
            <translation>Please take fewer registrations or attachments, in several batches.</translation>
        </message>
        <message>
            <source>封批已取消，没有留下文件。</source>
            <translation>Sealing was cancelled; no file was left.</translation>
        </message>
        <message>
            <source>需要时请重新封批。</source>
            <translation>Please seal again when needed.</translation>
        </message>
        <message>
            <source>加密公钥或密钥文件不对。</source>
            <translation>The public key or key file is not right.</translation>
        </message>
        <message>
            <source>请使用省中心发回的备案文件里的公钥。</source>
            <translation>Please use the public key in the enrolment file from the provincial centre.</translation>
        </message>
        <message>
            <source>文件夹里已经有同名的批次文件。</source>
            <translation>The folder already has a batch file of the same name.</translation>
        </message>
        <message>
            <source>请换一个文件夹，原来的文件没有改动。</source>
            <translation>Please use another folder; the earlier file was not changed.</translation>
        </message>
        <message>
            <source>封批时登记有了改动，批次没有写成。</source>
            <translation>A registration changed while sealing; the batch was not written.</translation>
        </message>
        <message>
            <source>请重新封批。</source>
            <translation>Please seal again.</translation>
        </message>
        <message>
            <source>批次文件打不开。</source>
            <translation>The batch file cannot be opened.</translation>
        </message>
        <message>
            <source>请检查优盘是否还插着，再选一次文件。</source>
            <translation>Please check that the USB stick is still plugged in, then choose the file again.</translation>
        </message>
        <message>
            <source>批次没有有效的签名。</source>
            <translation>The batch has no valid signature.</translation>
        </message>
        <message>
            <source>批次的签名证书不是本中心签发的。</source>
            <translation>The batch's signing certificate was not issued by this centre.</translation>
        </message>
        <message>
            <source>请让登记点先向本中心登记，再重新封批。</source>
            <translation>Please have the point enrol with this centre first, then seal again.</translation>
        </message>
        <message>
            <source>封批时登记点的证书已经过期。</source>
            <translation>When the batch was sealed, the point's certificate had expired.</translation>
        </message>
        <message>
            <source>请登记点更新证书后重新封批。</source>
            <translation>Please have the point renew its certificate, then seal again.</translation>
        </message>
        <message>
            <source>封批时登记点的证书还没有生效。</source>
            <translation>When the batch was sealed, the point's certificate was not valid yet.</translation>
        </message>
        <message>
            <source>请登记点核对电脑的日期和时间，再重新封批。</source>
            <translation>Please have the point check its computer's date and time, then seal again.</translation>
        </message>
        <message>
            <source>登记点的证书已被吊销。</source>
            <translation>The point's certificate has been revoked.</translation>
        </message>
        <message>
            <source>批次是用另一个登记点的证书签名的。</source>
            <translation>The batch is signed with another point's certificate.</translation>
        </message>
        <message>
            <source>签名用的证书没有这个用途。</source>
            <translation>The signing certificate is not meant for this use.</translation>
        </message>
        <message>
            <source>签名的算法不是规定的算法。</source>
            <translation>The signature's algorithm is not the prescribed one.</translation>
        </message>
        <message>
            <source>批次上的签名或证书不止一个。</source>
            <translation>The batch has more than one signature or certificate.</translation>
        </message>
        <message>
            <source>批次清单在签名之后有改动。</source>
            <translation>The batch manifest was altered after signing.</translation>
        </message>
        <message>
            <source>批次里装的是另一个登记点的内容。</source>
            <translation>The batch holds another point's content.</translation>
        </message>
        <message>
            <source>磁盘空间不够，批次没有写成。</source>
            <translation>There is not enough disk space; the batch was not written.</translation>
        </message>
        <message>
            <source>请换一个空间足够的文件夹或优盘，再封一次。</source>
            <translation>Please use a folder or USB stick with enough space, then seal again.</translation>
        </message>
        <message>
            <source>文件夹写不进去，批次没有写成。</source>
            <translation>The folder cannot be written to; the batch was not written.</translation>
        </message>
        <message>
            <source>请检查优盘是否还插着、是否只读，再封一次。</source>
            <translation>Please check that the USB stick is plugged in and not read-only, then seal again.</translation>
        </message>
        <message>
            <source>这份登记的信息放不进二维码。</source>
            <translation>This registration does not fit into a QR code.</translation>
        </message>
        <message>
            <source>请把登记编号告诉管理员。</source>
            <translation>Please tell the administrator the serial of this registration.</translation>
        </message>
        <message>
            <source>这个二维码不是登记点或省中心的二维码。</source>
            <translation>This QR code is neither a point's nor the provincial centre's.</translation>
        </message>
        <message>
            <source>请换一张清楚的纸重新扫描。</source>
            <translation>Please scan again from a clear sheet.</translation>
        </message>
        <message>
            <source>找不到核对这个二维码所需的证书。</source>
            <translation>The certificate needed to check this QR code was not found.</translation>
        </message>
        <message>
            <source>请先更新证书，或打电话向省中心核实。</source>
            <translation>Please update the certificates first, or call the provincial centre.</translation>
        </message>
        <message>
            <source>这是意愿书上的二维码，不是省中心的证明。</source>
            <translation>This is the QR code of a letter of intent, not a certificate of the provincial centre.</translation>
        </message>
        <message>
            <source>请出示省中心的登记证明或志愿者卡。</source>
            <translation>Please show the provincial centre's registration certificate or the volunteer card.</translation>
        </message>
        <message>
            <source>这个二维码被改动过，不能相信。</source>
            <translation>This QR code has been altered and cannot be believed.</translation>
        </message>
        <message>
            <source>请打电话向出具的登记点或省中心核实。</source>
            <translation>Please call the point that issued it or the provincial centre.</translation>
        </message>
        <message>
            <source>这份回执不是省中心签名的。</source>
            <translation>This receipt is not signed by the provincial centre.</translation>
        </message>
        <message>
            <source>请不要使用它，并向省中心重新索取。</source>
            <translation>Please do not use it, and ask the provincial centre for it again.</translation>
        </message>
        <message>
            <source>这份回执是给另一个登记点的。</source>
            <translation>This receipt is for another point.</translation>
        </message>
        <message>
            <source>请选择本登记点的回执文件。</source>
            <translation>Please choose the receipt of this point.</translation>
        </message>
        <message>
            <source>回执文件不完整或者有改动。</source>
            <translation>The receipt is incomplete or was altered.</translation>
        </message>
        <message>
            <source>回执是用更新的格式写的，本程序读不了。</source>
            <translation>The receipt is written in a newer format that this program cannot read.</translation>
        </message>
        <message>
            <source>请先升级本程序，再导入这份回执。</source>
            <translation>Please update this program before importing this receipt.</translation>
        </message>
        <message>
            <source>这个文件不是登记点的证书申请，或者已经损坏。</source>
            <translation>This file is no certificate request of a point, or it is damaged.</translation>
        </message>
        <message>
            <source>请让登记点重新导出申请文件。</source>
            <translation>Please have the point export the request again.</translation>
        </message>
    </context>
    <context>
        <name>store</name>
        <message>
            <source>这不是登记库的备份文件。</source>
            <translation>This is no backup of a register.</translation>
        </message>
        <message>
            <source>这个备份文件不完整，或者被改动过。</source>
            <translation>This backup file is incomplete or was altered.</translation>
        </message>
        <message>
            <source>这个备份是用更新版本的程序做的。</source>
            <translation>This backup was made by a newer version of the program.</translation>
        </message>
        <message>
            <source>请先更新本程序，再恢复。</source>
            <translation>Please update this program before restoring.</translation>
        </message>
        <message>
            <source>审计记录从第 {1} 条起被改动、删除或调换。</source>
            <translation>The audit was altered, deleted or swapped from entry {1} on.</translation>
        </message>
        <message>
            <source>审计记录与 {1} 里记下的第 {2} 条对不上：末尾被截去，或者被换过。</source>
            <translation>The audit does not agree with entry {2} noted in {1}: its end was cut off or replaced.</translation>
        </message>
        <message>
            <source>登记 {1} 的一个附件与它的校验值不符。</source>
            <translation>An attachment of registration {1} does not agree with its check value.</translation>
        </message>
        <message>
            <source>批次 {1} 前面缺少批次。</source>
            <translation>Before batch {1} a batch is missing.</translation>
        </message>
        <message>
            <source>批次 {1} 接不上它前面的批次。</source>
            <translation>Batch {1} does not follow the one before it.</translation>
        </message>
        <message>
            <source>批次 {1} 应有 {2} 条记录，现有 {3} 条。</source>
            <translation>Batch {1} should have {2} records; it has {3}.</translation>
        </message>
        <message>
            <source>登记 {1} 没有当前版本。</source>
            <translation>Registration {1} has no present version.</translation>
        </message>
        <message>
            <source>登记 {1} 的查询索引与内容不一致，可能查不到。</source>
            <translation>The search index of registration {1} does not agree with its content; it may not be found.</translation>
        </message>
        <message>
            <source>登记库文件有一部分已损坏，没有做成新的备份。</source>
            <translation>Part of the register file is damaged; no new backup was made.</translation>
        </message>
        <message>
            <source>没有找到这条日志。</source>
            <translation>This diary entry was not found.</translation>
        </message>
        <message>
            <source>磁盘满了，这一次没有保存，之前的都在。</source>
            <translation>The disk is full; this time nothing was saved, everything before is there.</translation>
        </message>
        <message>
            <source>请清理磁盘空间后再试。</source>
            <translation>Please free some disk space and try again.</translation>
        </message>
        <message>
            <source>数据文件夹不能写入，这一次没有保存。</source>
            <translation>The data folder cannot be written to; this time nothing was saved.</translation>
        </message>
        <message>
            <source>请检查文件夹的权限，或 U 盘是否被拔出。</source>
            <translation>Please check the folder's permissions, or whether the USB stick was pulled out.</translation>
        </message>
        <message>
            <source>登记库文件已损坏或被替换，打不开。</source>
            <translation>The register file is damaged or was replaced and cannot be opened.</translation>
        </message>
        <message>
            <source>请不要改动任何文件，用最近的备份恢复。</source>
            <translation>Please do not touch any file; restore the newest backup.</translation>
        </message>
        <message>
            <source>登记库文件有一部分已损坏。</source>
            <translation>Part of the register file is damaged.</translation>
        </message>
        <message>
            <source>登记库正被另一个窗口使用。</source>
            <translation>The register is in use by another window.</translation>
        </message>
        <message>
            <source>请关闭另一个窗口后再试。</source>
            <translation>Please close the other window and try again.</translation>
        </message>
        <message>
            <source>读写数据文件夹时出错，这一次没有保存。</source>
            <translation>The data folder could not be read or written; this time nothing was saved.</translation>
        </message>
        <message>
            <source>请检查磁盘或 U 盘是否接好、有没有剩余空间，再试一次。</source>
            <translation>Check whether the disk or stick is connected and has room left, then try again.</translation>
        </message>
        <message>
            <source>找不到数据文件夹，或不能打开登记库。</source>
            <translation>The data folder was not found, or the register cannot be opened.</translation>
        </message>
        <message>
            <source>请检查文件夹是否还在、U 盘是否接好。</source>
            <translation>Please check that the folder is still there and the USB stick is connected.</translation>
        </message>
        <message>
            <source>这份登记的个人信息已经删除，不能再写入。</source>
            <translation>The personal data of this registration has been deleted; nothing more can be written to it.</translation>
        </message>
        <message>
            <source>登记库出现意外的错误，这一次没有保存。</source>
            <translation>An unexpected error of the register occurred; this time nothing was saved.</translation>
        </message>
        <message>
            <source>请再试一次；若仍不行，请联系管理员。</source>
            <translation>Please try again; if it still fails, ask the administrator.</translation>
        </message>
        <message>
            <source>登记库文件的开头已损坏，打不开。</source>
            <translation>The beginning of the register file is damaged; it cannot be opened.</translation>
        </message>
        <message>
            <source>登记库文件第 {1} 页已损坏。</source>
            <translation>Page {1} of the register file is damaged.</translation>
        </message>
        <message>
            <source>登记库文件另有 {1} 页已损坏。</source>
            <translation>Another {1} pages of the register file are damaged.</translation>
        </message>
        <message>
            <source>登记库的结构检查做不完。</source>
            <translation>The structure of the register could not be checked to the end.</translation>
        </message>
        <message>
            <source>登记库的结构有错。</source>
            <translation>The structure of the register has an error.</translation>
        </message>
        <message>
            <source>有一行指向不存在的内容。</source>
            <translation>A row points to content that does not exist.</translation>
        </message>
        <message>
            <source>登记库里防止改动的规则读不出。</source>
            <translation>The rules in the store that prevent changes can’t be read.</translation>
        </message>
        <message>
            <source>登记库里防止改动的规则少了，或被改过：登记可能被人改动。</source>
            <translation>Rules in the store that prevent changes are missing or altered: registrations may have been changed.</translation>
        </message>
        <message>
            <source>登记库的目录读不出，里面的内容都读不出。</source>
            <translation>The register's directory cannot be read, nor anything in it.</translation>
        </message>
        <message>
            <source>表 {1} 读不完：读出 {2} 行以后就是损坏处。</source>
            <translation>Table {1} cannot be read to the end: after {2} rows comes the damaged place.</translation>
        </message>
        <message>
            <source>工号或密码不对。</source>
            <translation>The staff number or password is not right.</translation>
        </message>
        <message>
            <source>请核对大小写后再试；忘记密码请找管理员。</source>
            <translation>Please check upper and lower case and try again; if you forgot the password, ask an administrator.</translation>
        </message>
        <message>
            <source>这个文件夹里已经有一个登记库。</source>
            <translation>This folder already has a register.</translation>
        </message>
        <message>
            <source>请直接登录，或另选一个空文件夹。</source>
            <translation>Please sign in, or choose an empty folder.</translation>
        </message>
        <message>
            <source>请这些人各登录一次，或为他们重设密码：{1}。</source>
            <translation>Please have these people sign in once, or reset their passwords: {1}.</translation>
        </message>
        <message>
            <source>请先换一个新的恢复码。</source>
            <translation>Please replace the recovery code first.</translation>
        </message>
        <message>
            <source>有的钥匙还是旧格式，现在不能更换密钥。</source>
            <translation>Some keys are still in the old format; the register's key cannot be replaced now.</translation>
        </message>
        <message>
            <source>登记库还在被读取，没有更换密钥。</source>
            <translation>The register is still being read; the key was not replaced.</translation>
        </message>
        <message>
            <source>请稍等片刻再试。</source>
            <translation>Please wait a moment and try again.</translation>
        </message>
        <message>
            <source>请切换到已经打开的窗口，或关闭它后再试。</source>
            <translation>Please switch to the window that is open, or close it and try again.</translation>
        </message>
        <message>
            <source>读写数据文件夹时出错。</source>
            <translation>The data folder could not be read or written.</translation>
        </message>
        <message>
            <source>请检查文件夹是否还在、能否写入，磁盘或 U 盘是否接好，再试一次。</source>
            <translation>Please check that the folder is still there and can be written to, and the disk or USB stick is connected, then try again.</translation>
        </message>
        <message>
            <source>钥匙文件在，登记库文件（{1}）不见了。</source>
            <translation>The key file is there, the store file ({1}) is gone.</translation>
        </message>
        <message>
            <source>请把它放回数据文件夹，或从备份恢复；不要重新设立登记点。</source>
            <translation>Put it back into the data folder, or restore a backup; do not set the point up anew.</translation>
        </message>
        <message>
            <source>钥匙文件缺失或已损坏，打不开登记库。</source>
            <translation>The key file is missing or damaged; the register cannot be opened.</translation>
        </message>
        <message>
            <source>请不要改动任何文件，用最近的备份恢复，或联系省中心。</source>
            <translation>Please do not touch any file; restore the newest backup, or call the provincial centre.</translation>
        </message>
        <message>
            <source>没有找到这份登记。</source>
            <translation>This registration was not found.</translation>
        </message>
        <message>
            <source>请核对编号，或用姓名、证件号码查询。</source>
            <translation>Please check the serial, or search by name or document number.</translation>
        </message>
        <message>
            <source>磁盘剩余空间不够，没有更换密钥，登记都在。</source>
            <translation>There is not enough disk space; the key was not replaced, all registrations are there.</translation>
        </message>
        <message>
            <source>请腾出与登记库同样大的空间后再试。</source>
            <translation>Please free as much space as the register takes, then try again.</translation>
        </message>
        <message>
            <source>登记库的新副本没有通过核对，没有更换密钥，登记都在。</source>
            <translation>The new copy of the register did not pass its check; the key was not replaced, all registrations are there.</translation>
        </message>
        <message>
            <source>请检查磁盘，再试一次；若仍不行，请联系技术支持。</source>
            <translation>Please check the disk and try again; if it still fails, call technical support.</translation>
        </message>
        <message>
            <source>这个登记库是用更新版本的程序建立的。</source>
            <translation>This register was made by a newer version of the program.</translation>
        </message>
        <message>
            <source>请先更新本程序，再打开登记库。</source>
            <translation>Please update this program before opening the register.</translation>
        </message>
        <message>
            <source>登记库文件是空的，内容已经丢失。</source>
            <translation>The register file is empty; its content is lost.</translation>
        </message>
        <message>
            <source>这个文件夹里没有登记库。</source>
            <translation>There is no register in this folder.</translation>
        </message>
        <message>
            <source>请先完成首次设置，或检查数据文件夹是否选对。</source>
            <translation>Please set the point up first, or check that the right data folder was chosen.</translation>
        </message>
        <message>
            <source>{1} 分 {2} 秒</source>
            <translation>{1} min {2} s</translation>
        </message>
        <message>
            <source>{1} 秒</source>
            <translation>{1} s</translation>
        </message>
        <message>
            <source>密码已连续输错 {1} 次，暂时不能登录。</source>
            <translation>The password was wrong {1} times in a row; signing in has to wait.</translation>
        </message>
        <message>
            <source>请等 {1}后再试；忘记密码请找管理员。</source>
            <translation>Please wait {1} and try again; if you forgot the password, ask an administrator.</translation>
        </message>
    </context>
    <context>
        <name>letters</name>
        <message>
            <source>电脑里没有打印意愿书所需的楷体字体。</source>
            <translation>The computer lacks the Kai typeface needed to print letters of intent.</translation>
        </message>
        <message>
            <source>请安装字体包 fonts-lxgw-wenkai（Windows 上为系统自带的楷体）后再试。</source>
            <translation>Please install the package fonts-lxgw-wenkai (on Windows the system's KaiTi), then try again.</translation>
        </message>
        <message>
            <source>没有字体能印出“{1}”（U+{2}）这个字，没有打印。</source>
            <translation>No font can print the character "{1}" (U+{2}); nothing was printed.</translation>
        </message>
        <message>
            <source>请安装含有这个字的字体后再打印，不要用别的字代替。</source>
            <translation>Please install a font that has this character before printing; do not put another character in its place.</translation>
        </message>
        <message>
            <source>字体设置文件读不出来，不能打印。</source>
            <translation>The font settings cannot be read; printing is not possible.</translation>
        </message>
        <message>
            <source>请按程序自带的 fonts.toml 更正它，或去掉环境变量 ZJRC_FONTS。</source>
            <translation>Please correct them after the program's own fonts.toml, or remove the environment variable ZJRC_FONTS.</translation>
        </message>
        <message>
            <source>字体文件 {1} 已损坏，不能打印。</source>
            <translation>The font file {1} is damaged; printing is not possible.</translation>
        </message>
        <message>
            <source>请重新安装字体后再试。</source>
            <translation>Please install the font again and try again.</translation>
        </message>
        <message>
            <source>这不是登记点打印的文书：没有登记点的电子签名，或者文件已经损坏。</source>
            <translation>This paper was not printed by a point: it has no point's electronic signature, or the file is damaged.</translation>
        </message>
        <message>
            <source>请选择打印时生成的 PDF 文件，或扫描纸上的二维码。</source>
            <translation>Please choose the PDF made at printing, or scan the QR code on the paper.</translation>
        </message>
        <message>
            <source>找不到这份文书的文字，没有打印。</source>
            <translation>The text of this paper was not found; nothing was printed.</translation>
        </message>
        <message>
            <source>程序没有装完整，请重新安装后再试。</source>
            <translation>The program is not installed completely; please install it again and try again.</translation>
        </message>
    </context>
</TS>
