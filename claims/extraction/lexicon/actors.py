"""Named actors that capital letters do not show, and those who act without a name."""

from __future__ import annotations

from claims.extraction.lexicon.wording import alternatives, word_set, words

CHINESE_PLACES = alternatives(
    r"""
    中国|美国|英国|法国|德国|日本|韩国|印度|俄罗斯|欧盟|欧洲|台湾|香港|澳门|新加坡|马来西亚|印尼
    印度尼西亚|越南|泰国|菲律宾|澳大利亚|澳洲|加拿大|意大利|荷兰|爱尔兰|瑞士|以色列|乌克兰|沙特
    阿联酋|巴西|墨西哥|北京|上海|深圳|杭州|广州|浙江|广东|江苏|硅谷|华盛顿|纽约|加州|白宫|东京
    首尔|台北|雅加达|吉隆坡|我国|国内|美方|中方|中美
    """
)

LATIN_PLACES = word_set(
    """
    argentina austria belanda belgium brasil chile denmark egypt finland greece ireland kenya
    kingdom mesir netherlands nigeria norway norwegia peru poland portugal scotland semarang
    spain sudan sweden swiss switzerland wales
    afrika america american amerika arab as asia australia beijing brazil britain british
    canada china chinese cina eropa europe european filipina france german germany hong
    hongkong india indian indonesia inggris iran iraq israel italia italy jakarta jawa jepang
    jerman kanada kong korea kuala london lumpur malaysia mexico moscow new pakistan paris
    perancis philippines prancis russia rusia seoul shanghai singapore singapura states
    sumatra surabaya taiwan thailand tiongkok tokyo turki turkey uk ukraina ukraine us usa
    vietnam washington york zealand
    """
)
"""Words a place's name ends with: no organisation's."""

CHINESE_COMPANIES = alternatives(
    r"""
    深度求索|华为|阿里(?:巴巴|云)?|腾讯|百度|字节跳动|抖音|小米|京东|美团|拼多多|滴滴|网易|新浪|快手|联想|中兴
    比亚迪|宁德时代|吉利|蔚来|格力|海尔|美的|恒大|万科|碧桂园|中石油|中石化|国家电网|中国移动|中国电信
    英伟达|辉达|微软|谷歌|苹果|亚马逊|特斯拉|脸书|推特|甲骨文|英特尔|高通|博通|台积电|联发科|鸿海|富士康
    三星|索尼|软银|丰田|本田|大众|宝马|奔驰|福特|波音|空客|辉瑞|星巴克|麦当劳|沃尔玛|迪士尼|耐克
    中芯国际|月之暗面|智谱|商汤|科大讯飞|寒武纪|海光|龙芯|幻方|高盛|摩根士丹利|摩根大通|花旗|汇丰|渣打
    """
)

_CHINESE_PRODUCTS = "升腾|通义千问|千问|豆包|元宝|文心一言|微信|支付宝|微博"

_CHINESE_MEDIA = alternatives(
    r"""
    路透社|彭博社?|美联社|法新社|新华社|中新社|中央社|央视|人民日报|环球时报|华尔街日报|纽约时报
    华盛顿邮报|金融时报|经济学人|卫报|南华早报|联合早报|半岛电视台
    """
)

_CHINESE_MARKETS = (
    "纳斯达克|标普|道琼斯|道指|恒生|沪指|深成指|创业板|日经|上交所|深交所|港交所|纽交所"
)

_CHINESE_STATE_BODIES = alternatives(
    r"""
    国会|参议院|众议院|立法院|行政院|国务院|议会|五角大楼|克里姆林宫|商务部|外交部|财政部|国防部|教育部
    公安部|卫健委|发改委|统计局|央行|美联储|联准会|海军|陆军|空军|法院|检察院|联合国|世卫组织|世贸组织
    世界银行|国际货币基金组织|北约|欧盟委员会|欧洲央行
    """
)

CHINESE_ACTORS = "|".join(
    (
        CHINESE_COMPANIES,
        _CHINESE_PRODUCTS,
        _CHINESE_MEDIA,
        _CHINESE_MARKETS,
        _CHINESE_STATE_BODIES,
    )
)
"""Companies, products, media, markets and state bodies known by a name of their own."""

CHINESE_ORGANISATION = alternatives(
    r"""
    [\u4e00-\u9fff]{2,10}(?:公司|集团|大学|学院|研究院|研究所|银行|委员会|协会|实验室|管理局)
    [\u4e00-\u9fff]{2,10}(?:总署|监管局)
    《[^》]{2,20}》
    (?:各国|多国|两国|各地|多地|多家|数家|两家).{0,6}(?:人员|政府|企业|公司|机构|媒体|部门|官员)
    """
)

UNNAMED_ACTORS = {
    "id": words(
        r"""
        polisi|polis|pemerintah|kerajaan|kementerian|pihak berwenang|otoritas|perusahaan|syarikat
        operator|firma|peneliti|penyelidik|rumah sakit|pengadilan|mahkamah|regulator|juru ?bicara
        jurucakap|gubernur|bupati|menteri|dinas|badan|lembaga|institut|bank|warga|penduduk|petugas
        nelayan|panitia|proyek|pengembang
        """
    ),
    "en": words(
        r"""
        police|officials?|government|authorities|ministry|compan(?:y|ies)|operator|firms?
        researchers?|hospitals?|courts?|regulators?|spokes\w+|governor|minister|agency|institute
        residents|villagers|organisers|organizers|lawmakers|prosecutors|bank|board|panel|university
        authority|watchdog|start-?ups?|app|administration|army|office|start-?up|investors
        """
    ),
    "zh": alternatives(
        r"""
        警方|当局|官方|部门|政府|公司|企业|厂方|居民|村民|研究所|医院|法院|发言人|运营商|营运商|救援
        消防|专员|单位|团体|组织|机构|集团|银行|监管|环保局|环境局|总统|总理|省长|州长|市长|县长
        部长|首相
        """
    ),
}
"""Who acts without a name: the police, the ministry, the company."""
