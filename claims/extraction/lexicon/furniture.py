"""Formulas of page furniture, by what they do on the page.

`LINES` are furniture wherever they stand; `FOOTERS` also open the tail of a page, after which
nothing of the article comes; `CAPTIONS` make the short line they stand on a caption.
"""

from __future__ import annotations

LINES = {
    "id": (
        r"^\s*(?:sumber|source|penulis|editor|reporter|penyunting|laporan|sumber berita|pewarta|wartawan|penterjemah)\s*:"
        r"|^\s*baca (?:juga|selengkapnya|lebih lanjut)|^\s*(?:lihat|simak|tonton|saksikan) (?:juga|video|selengkapnya)"
        r"|\bbaca juga\s*:|^\s*ikuti (?:kami|berita|saluran|akun)|\b(?:klik|ketuk) (?:di sini|tautan|link)"
        r"|\bartikel (?:ini|tersebut) (?:akan |telah |sudah |pertama kali )?(?:menafsirkan|menganalisis|membahas|mengulas"
        r"|menjelaskan|tayang|terbit|dimuat|diterbitkan|mengeksplorasi|merangkum|disusun|memuat)"
        r"|\b(?:catatan|keterangan|sumber) (?:sumber )?(?:gambar|foto)|\bgambar (?:ini )?(?:dihasilkan|dibuat) (?:oleh|dengan|menggunakan) (?:AI|kecerdasan)"
        r"|^\s*(?:advertisement|iklan|gulir|scroll|lanjutkan membaca|bagikan|komentar|tag|tags|topik|kata kunci|label)\b\s*(?::|\(|$|untuk|ke)"
        r"|\bscroll (?:to continue|untuk)|^\s*rilis pers|\bsiaran pers ini|\bnota editor|\bsila klik|^\s*baca (?:lagi|lanjut|seterusnya)"
        r"|\bpesan (?:dari )?redaksi|\bdapatkan (?:berita|update|informasi|notifikasi|kemas ?kini)|\b(?:unduh|muat turun|download) (?:aplikasi|apl|segera)"
        r"|\b(?:ikuti|sertai|gabung|langgan|langganan|berlangganan|daftar|tekan|sukai)\w* (?:di |kami|channel|saluran|kanal|grup|grup WhatsApp|whatsapp|telegram|google news|newsletter|buletin|akaun|akun)"
        r"|\bjangan lupa (?:untuk )?(?:like|ikuti|subscribe|share|bagikan|berlangganan)"
        r"|\b(?:berita|artikel) (?:terkait|lainnya|lain|berkaitan|terpopuler|populer|pilihan)\s*:?\s*$"
    ),
    "en": (
        r"^\s*(?:source|sources|author|by-?line|editor|edited by|reporting by|written by|photo by|tags?|topics?|keywords|filed under|read more|see also|also read|related)\s*:"
        r"|^\s*(?:reporting|writing|editing|additional reporting|compiled|edited|translated) by\b|^\s*by [A-Z][\w.]+(?: [A-Z][\w.]+){0,4}\s*$"
        r"|^\s*(?:advertisement|sponsored|share (?:this|on|via)|read (?:more|next|also)|follow us|sign up|subscribe|log in|click here|most read|trending|recommended|related (?:articles?|stories|news|posts?)|more on this|you may also like|skip to|loading|comments?\s*\(\d+\)|leave a (?:comment|reply)|print this|email this|copy link|save this)\b"
        r"|\b(?:sign up|subscribe) (?:to|for|now|today)|\bfollow (?:us|me) on|\bdownload (?:our|the) (?:free )?app\b|\bclick (?:here|the link)|\bjoin our (?:channel|newsletter|community|whatsapp|telegram)"
        r"|\bthis (?:article|story|post|report|piece|guide|blog) (?:will|was (?:first|originally)|originally|first|has been (?:updated|translated|edited)|has an update|is part of|explores|examines|looks at|explains|discusses|analyses|analyzes|is (?:for|provided|intended)|contains)"
        r"|\bin this (?:article|post|guide), (?:we|you)|\bimage (?:was |is )?(?:generated|created) (?:by|with|using)|\bAI[- ]generated (?:image|illustration|picture)"
        r"|\bdo you have (?:a )?(?:tip|story)|\bcontact the (?:author|reporter|newsroom)|\bget (?:our|the) (?:daily|weekly|morning|latest) |\byour (?:inbox|email address)"
        r"|\b\d+\s*(?:min(?:ute)?s?) read\b|^\s*(?:updated|published|posted|last updated)\s*(?:on|at|:)?\s*\w+ \d|\bunlock (?:this|the) |\balready a subscriber|\bsend (?:us )?(?:tips|your)"
    ),
    "zh": (
        r"^\s*[(（【\[]?\s*(?:本文来源|文章来源|资料来源|信息来源|新闻来源|来源|原文来源|稿源|出处|原文链接|原标题|作者|文|撰文|记者|编辑|责编|责任编辑|校对|审核|监制|实习生|编译|整理|翻译|图|图片|图源|关键词|标签|栏目|编者按|主播|摄影|供图|排版|统筹|策划|阅读)\s*[:：/／|丨]"
        r"|责任编辑|责编[:：]|本文来源[:：]|(?:本|此)文(?:作者|系|为|由|转载|转自|首发|来自|经授权|仅代表|只代表|仅供|不构成|将(?:会)?(?:为|介绍|分析|解读|探讨|带))|本文将|这篇文章将|本篇文章"
        r"|下载.{0,8}客户端|客户端下载|(?:下载|打开|安装).{0,8}(?:APP|App|app|应用)|扫(?:描|码|一扫)|长按(?:识别|二维码)|二维码|微信公众号|公众号[:：]|关注(?:我们|公众号|微信|本报|.{1,8}官方)|添加微信|加入(?:群|我们的|社群|.{0,6}频道)"
        r"|点击(?:此处|这里|查看|阅读|下方|进入|上方|关注|链接|订阅)|阅读(?:全文|原文|更多)|查看(?:更多|原文|全文|详情)|展开全文|延伸阅读|相关(?:新闻|阅读|报道|文章|推荐|链接)|热门(?:新闻|推荐|文章|排行)|推荐阅读|更多(?:精彩|新闻|资讯|内容|报道)|猜你喜欢|上一篇|下一篇|返回(?:首页|顶部)|首页\s*[>＞»]"
        r"|(?:欢迎|诚邀).{0,6}(?:提供|投稿|爆料|关注|订阅|留言|转发|分享|下载|加入)|报料|爆料(?:热线|邮箱|电话)|新闻热线|举报(?:电话|邮箱|热线)|投诉(?:电话|平台|邮箱)|客服(?:电话|热线)|联系(?:我们|电话|邮箱|方式)|商务合作|广告(?:合作|投放|服务)?\s*$"
        r"|分享(?:到|至|给|本文)|转发(?:给|到|本文)|点赞|收藏|发表评论|网友评论|评论\s*[(（]\d|我要评论|请先登录|登录后|注册|^\s*(?:打印|字号|字体|收藏|分享|纠错|复制链接)|字号[:：]|订阅(?:我们|本报|电子报|频道|newsletter|按钮)|电子报|按赞|追踪(?:我们|粉丝)|粉丝专页|开启小铃铛"
        r"|(?:图片|图像|配图|题图|插图|封面).{0,8}(?:AI|人工智能).{0,4}(?:生成|制作|绘制)|AI(?:生成|绘图|制图|制作)(?:的)?(?:图|示意)?"
        r"|^\s*(?:要点|重点|划重点|摘要|导读|导语|核心提示|内容提要|划重点|重点摘要|懒人包|目录|前言|结语|小结|总结)\s*[:：]?\s*$|^\s*广告"
        r"|^\s*\d{4}[-年/]\d{1,2}[-月/]\d{1,2}日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:来源|作者|$)"
    ),
}

FOOTERS = {
    "id": (
        r"\b(?:hak cipta|copyright)\b|©|\bdilarang (?:meng|men|mem|me)\w+|\bdisclaimer\b|\bpenafian\b|^\s*sanggahan\b|^\s*komentar\s*\(\d+\)"
        r"|\bsyarat dan ketentuan|\bterma dan syarat|\bhak cipta terpelihara|\bbukan (?:merupakan )?(?:saran|nasihat|rekomendasi|ajakan) (?:keuangan|investasi|pelaburan|kewangan|untuk membeli)"
        r"|\b(?:di luar|bukan) tanggung ?jawab (?:redaksi|penulis|kami|pihak)|\btidak (?:bertanggung jawab|mencerminkan|mewakili) (?:atas|pandangan|pendapat|sikap|posisi)"
        r"|\b(?:pandangan|pendapat) (?:penulis|yang dinyatakan|pribadi)|^\s*(?:kebijakan privasi|dasar privasi|tentang kami|hubungi kami|pedoman media siber)|\btinggalkan komentar"
        r"|\bisi artikel (?:ini )?(?:sepenuhnya )?(?:menjadi )?tanggung|\b(?:do your own research|DYOR)\b|\brisiko (?:ditanggung|sendiri)|^\s*tag(?:s|ar)?\s*:|\b(?:nomor|hubungi) (?:hotline|layanan)"
    ),
    "en": (
        r"\ball rights reserved\b|\bcopyright\b|©|\bdisclaimer\b|\b(?:may|must) not be (?:reproduced|published|republished|copied|redistributed|broadcast|rewritten)"
        r"|\b(?:not|does not) (?:constitute )?(?:as )?(?:investment|financial|legal|professional) advice|\bviews (?:and opinions )?expressed|\bopinions expressed|\bterms (?:of (?:use|service)|and conditions)\b|\bprivacy policy\b|\bcookie(?:s| policy)\b"
        r"|\bfor (?:informational|reference|educational) purposes only|\b(?:contact|email|call) us (?:at|on)\b|\brepublished (?:with|under|from)|\blicen[cs]ed under|\bcreative commons\b|^\s*comments?\s*\(\d+\)|^\s*about (?:us|the author)\b|\bpress release (?:distributed|issued)"
    ),
    "zh": (
        r"版权(?:声明|所有|归|说明|属于)|著作权|(?:未经|非经).{0,12}(?:授权|许可|同意|允许)|不得(?:转载|复制|擅自)|严禁转载|禁止转载|转载(?:请|须|需|自|文章|或|时)|请注明(?:出处|来源)|免责(?:声明|条款)|特别声明|郑重声明|温馨提示|风险提示|追究.{0,6}(?:法律)?责任|侵权(?:必究|请|删)|如有侵权|联系.{0,6}删除"
        r"|(?:不代表|并非|仅代表|只代表|不反映).{0,16}(?:立场|观点|看法|本人|个人|本站|本网|本报)|不(?:构成|作为|视为).{0,10}(?:建议|依据|劝诱|要约)|(?:投资|股市|入市|市场)有风险|(?:入市|投资)(?:须|需)谨慎|盈亏自负|仅供(?:参考|学习)|据此(?:操作|投资|入市)|ICP备|公网安备|营业执照|网络视听许可|隐私(?:政策|条款)|使用条款|服务条款|关于我们|[Cc]opyright|©|All [Rr]ights"
        r"|(?:热线|电话)\s*[:：]?\s*\d{3,4}[-\s]?\d{3,4}|(?:内容|信息)?(?:的)?真实性.{0,12}(?:负责|核实|保证)|(?:投稿|收录|用户上传).{0,6}(?:观点|内容|版权)|不承担.{0,10}责任"
    ),
}

CAPTIONS = (
    r"(?:^|[\s.。(（])(?:foto|gambar|photo|image|picture|video|grafik|infografis|ilustrasi|illustration|credit|kredit)(?: ilustrasi| illustration| credit| courtesy| arsip| hiasan| file| by)?\s*(?::|/|：|\|)"
    r"|\b(?:getty images|shutterstock|istimewa|file photo|courtesy of|via AP|AP Photo|handout|foto hiasan|gambar hiasan|foto ilustrasi|dok\. )\b|(?:REUTERS|AFP|EPA|AP|ANTARA|Bloomberg|Xinhua)\s*/\s*[A-Z]"
    r"|(?:图片来源|图源|资料图|资料图片|图自|示意图|配图|图为|视觉中国|新华社发|供图|(?:图|图片|摄影|照片|相片|影片|图片说明|图说)\s*[/／:：|｜]|[(（](?:图|资料图|示意图|网络图|路透|美联社|法新社|彭博|撷取自|翻摄|取自).{0,14}[)）]|[(（].{0,12}(?:摄|照片|资料图|提供|翻摄|示意图)[)）])"
)
