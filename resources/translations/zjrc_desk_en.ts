<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name></name>
    <message>
        <source>西湖区，或 xhq</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输入后自动填出生日期和性别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件有效期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如 20350101 或长期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与证件一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>曾用名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>性别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如 19410704</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>民族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>国籍</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>固定电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如 0571-87654321</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>房间床位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>住在本机构时填写</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现住地区</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如 xhq 或 西湖区</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现住址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>邮编</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>户籍地区</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>户籍地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文化程度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>职业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>婚姻状况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>政治面貌</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>宗教习俗</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>血型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>传染病</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本人愿意说明时填写</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>遗传病</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重大手术</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>捐献什么，用于什么</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>捐献项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用途</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>捐献顺序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不填为今天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本人声明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行为能力声明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本人年满 18 周岁，具有完全民事行为能力</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自愿无偿声明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本人自愿、无偿捐献，没有人强迫、欺骗或利诱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个人信息单独同意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已宣读个人信息处理告知，本人单独同意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>愿望（选填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>希望接收单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>骨灰安置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>告别方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纪念留名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已有登记卡号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需要登记证明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需要志愿者卡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需要遗嘱服务转介</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>捐献执行人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执行人姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与志愿者关系</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执行人电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执行人证件类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执行人证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>执行人地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写给家人的话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>家书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按本人的原话记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本登记点自己的备注（不上报）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作人员备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证陈述</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证地点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证开始时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如 9:30 或 202611240930</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证结束时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如 10:10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第二位工作人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>满 90 周岁时填工号或姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>志愿者原话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>志愿者怎样复述自己的意愿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关系</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到场签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个人信息已经删除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容已经定稿。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有 {n} 处需要补填或更正，点一下就到那里：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容齐全，但有 {n} 处要写明理由。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容齐全。请和志愿者、见证人一起核对后，按“填写和见证完成”。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActsPanel</name>
    <message>
        <source>变更…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本人的意愿变了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抄错了，或被省中心退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即生效，不必说明原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>明确不捐献…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销以后又愿意捐献</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除个人信息…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只有管理员可以办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>历史…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部版本和不同之处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从现在的内容另立一个新版本，改好以后要重新见证、打印和签名。新版本签署以前，原来的意愿仍然有效。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始变更</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已另立一个新版本，请改好后重新见证；原来的版本保留。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本人的意愿没有变，只是记录有错。内容、见证和登记日期都带到新版本；改好以后要重新打印、签名，纸面和记录才一致。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已另立一个新版本，请更正后按“填写和见证完成”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请改正姓名、证件或日期，并写明原因。更正立即生效，随下一批次上报。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销立即生效，并随下一批次上报省中心。不需要说明原因；本人愿意说的可以记下。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记撤销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本人明确不捐献的，身后任何人不得捐献其遗体、器官和组织。立即生效，随下一批次上报。不需要说明原因。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>明确不捐献</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记明确不捐献。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已为本人开始新的登记，以前的意愿没有带过来。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentsPanel</name>
    <message>
        <source>正在添加“{role}”…</source>
        <extracomment>Pixels on the longer side of a picture that is looked at in full. A file above this shows its kind only: the small picture is not worth reading it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已添加“{role}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在移除…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已移除“{role}”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消，没有添加。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>批次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>封批到文件夹…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接收回执…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再次交出所选批次…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>将要封批的登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已有的批次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批次列表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>将要封批的登记：{n} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>，日志 {n} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择 U 盘或文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在封批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已封好 {n} 条记录：{file}。请交给省中心。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先在下面的列表里选一个批次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批次文件已再次交出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接收回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执 (*.receipt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（此前已接收过）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有回执：{name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificateSheet</name>
    <message>
        <source>核验省中心的证明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请扫描证明或志愿者卡上的二维码，或粘贴它的内容：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>二维码内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记遗嘱服务转介</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核验</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证明是真的：编号 {number}，登记 {serial}，{day} 签发。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>是否仍然有效，请以省中心的答复为准。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记转介浙江遗嘱库。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>历史：{serial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不同之处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {n} 版与上一版不同的 {count} 处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 1 版，没有更早的版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {n} 版：没有可以对照的内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（没有填写）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>选日期</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiaryPage</name>
    <message>
        <source>日志</source>
        <extracomment>How far back the month can be chosen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记 {n} · 变更 {c}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销 {n} · 不捐献 {r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>宣传 {n} 次 {p} 人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>咨询 {n} 次 {p} 人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>走访 {n} 次 {p} 人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>值班 {n} 次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证 {n} 次</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiaryTab</name>
    <message>
        <source>状态</source>
        <extracomment>Less than a second after the last key, whatever was typed is on the disk. Whether the list shows one month, or all.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新的一条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放弃草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {n} 版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因：{text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在保存草稿…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>草稿已保存 </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>草稿已放弃。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因（一句话）：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已作废；这一条仍可查看，不再计数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请更正后按“保存”；此前的版本保留。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndingDialog</name>
    <message>
        <source>登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与证件一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>声明日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份证号码里有的不用填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>性别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>书面声明已由本人签署</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>这份登记的个人信息将从本机永久删除，不能恢复：姓名、证件、电话、意愿、家书、亲属、执行人、见证人、备注、意愿书和扫描件，所有版本。只留下编号、日期、种类、原因和经办人。意愿也随之不再有效，下一批次会请省中心同样删除。
以前的备份、签了名的纸张不会因此消失，请另行处理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同一人没有填完的草稿一并删除：{list}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除个人信息</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>永久删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个人信息已经删除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除的原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除的原因（个人信息保护法第四十七条）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入这份登记的编号 {serial} 确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在删除并整理登记库文件，请不要关机…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventTab</name>
    <message>
        <source>日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>听讲或来咨询的人数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>参加人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>讲了什么、问了什么；不写来访者的姓名</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>导出列表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出的文件没有加密，里面有姓名、证件号码和家书，拿到文件的人都能看到。请只存到受保护的地方，用完立即删除。这次导出会记入审计。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换个地方…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查询“{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所选批次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出：{scope}，共 {count} 份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存到：{path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel 表格 (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导出 {count} 份。文件没有加密，用完请删除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>状态(&amp;S)</source>
        <extracomment>What a column is sorted by, in the order of the columns of the list.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>种类(&amp;K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记日期从(&amp;D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>到(&amp;E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>批次(&amp;B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>排序(&amp;O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>倒序(&amp;R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>倒序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清除筛选(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不是日期，没有用来筛选。请写成 2026-01-31 的样子。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>查询</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、拼音或首字母、证件号码、电话、编号、房间；几个词用空格隔开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入列表…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ 进入列表&#x3000;Enter 打开&#x3000;Esc 回到查询栏&#x3000;Alt+字母 到筛选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记列表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 {n} 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到。可以清除筛选再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入列表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列表 (*.csv *.txt *.xlsx);;所有文件 (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在打开列表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读取列表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停止</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>设立登记点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记点编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记点名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所在机构</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>管理员工号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码（至少 8 位）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再输一遍密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>设立</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有密码也没有恢复码，任何人都无法再打开登记库，里面的登记也找不回来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两次输入的密码不一样。请重新输入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记点名称和管理员工号不能空着。请补填。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请把抄下的恢复码输入一遍</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抄好了，开始使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记库已设立。恢复码只显示这一次：请抄在纸上，锁进柜子，不要拍照。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与恢复码不一致。请对照抄下的恢复码再输一遍。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>对应列表的列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这种表头上次已经对应好。请核对后按“导入”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份列表的表头和登记列表不同。请在每一列上面选它是什么，再按“导入”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件：{encoding}，共 {columns} 列；下面是前 {rows} 行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列表的前几行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（没有列名）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”是</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（必填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一列没有列名，或列名重复，不能导入。请在文件里改好列名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选了不止一次：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还缺必填的列：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ 必填的列都对应好了。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportResult</name>
    <message>
        <source>导入结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入 {imported} 行，拒收 {refused} 行，已有 {unchanged} 行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>后面的行没有导入。再次导入这份列表，会从这里接着做。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存为表格…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另存导入结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入结果.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表格 (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KnownBar</name>
    <message>
        <source>打开已有的登记（Ctrl+O）</source>
        <extracomment>The fields by which a person is known; looked up when one of them is left.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>!  这位志愿者已经登记过（{serial}）。请打开已有的登记，不要重复登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>!  已有一位同名、同一天出生的人（{serial}），证件号码不同。请核对是不是同一个人；不是的请继续。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>遗体捐献登记点工作台</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>现在</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填入现在的时间（Ctrl+;）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverridesPanel</name>
    <message>
        <source>写明理由后可以继续</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>当时写明的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>为什么可以继续（必填）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>读写文件时出错。请检查 U 盘或文件夹是否还在、能否写入，再试一次。（D07）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>放大</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缩小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>意愿书页面</source>
        <extracomment>Enough for thin strokes of Kai at 9 pt, and for every module of the QR.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegistrationPage</name>
    <message>
        <source>登记步骤</source>
        <extracomment>Less than a second after the last key, whatever was typed is on the disk.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>近亲属</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再加一位亲属</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再加一位见证人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>志愿者</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>意愿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>亲属与执行人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>家书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>见证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需要补填或更正的地方</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写和见证完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>之后内容不能再改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预览意愿书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印意愿书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纸质件已签署并归档</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对与打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有输入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>省中心退回：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存 </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写和见证已完成，可以打印意愿书。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>意愿书（家书）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>意愿书已生成。打印后请志愿者和见证人在每一页签名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记签署，将随下一批次上报省中心。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登记签署。还没有添加签名件扫描；纸质件已归档的可以不添加，封批以前都能补。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>刚才输入的内容已存为草稿，标记为重复登记。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记点编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记点名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所在机构</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登录人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>向省中心备案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  导出备案申请…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  导入备案文件…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已备案，可以封批上报。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有备案，不能封批。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出备案申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导出。请把文件交给省中心，并在电话里核对指纹：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入备案文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备案文件 (*.enrolment)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备案完成，可以封批。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShiftTab</name>
    <message>
        <source>队员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>值班日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>开始时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如 09:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结束时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如 11:30</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>遗体（器官、组织）捐献登记点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登录</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignatureDialog</name>
    <message>
        <source>签名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请{who}在下面签名：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退一笔</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>签名处</source>
        <extracomment>Given the PNG of a finished signature; whoever opens the dialog decides where it is kept. Of the picture, in pixels, and of the pen on it: lightest and firmest. A point of a stroke: place as a share of width and height, pressure from 0 to 1.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请用笔或鼠标在这里签名</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slot</name>
    <message>
        <source>添加…</source>
        <extracomment>Pixels on the longer side of a small picture.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放大查看所选的附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移除所选的附件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把文件拖到这里，或按“添加”；复制的图片点一下这里再按 Ctrl+V。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经封批，不能再改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印并签名以后，在这里添加扫描件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写和见证完成以后添加。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移除这个“{role}”？移除以后不能恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>移除附件</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeamTab</name>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与证件一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用来统计见证次数，不上报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入队日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离队日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在队时不填</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>今日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核验证明…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来访者出示省中心的证明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记明确不捐献…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本登记点还没有向省中心备案，不能封批。请到“设置”里导出备案申请。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodoList</name>
    <message>
        <source>省中心退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺签名扫描件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证明待交付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待转介浙江遗嘱库</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件即将到期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同意书文本已更新</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待办事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证明已交付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已转介遗嘱库</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有其他待办事项</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitTab</name>
    <message>
        <source>志愿者</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、拼音首字母或编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>走访日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>走访人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>慰问内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>送了什么；不写姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备注（不上报）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>取消</source>
        <extracomment>What is done sooner than this shows no dialog, only to take it away again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>页面</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>锁定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+L：离开座位时按</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dialog</name>
    <message>
        <source>原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因（可以不写）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>程序出现意外的错误，这一步没有完成，已输入的内容还在。请再试一次；若仍不行，请把日志交给技术支持。（X00）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
