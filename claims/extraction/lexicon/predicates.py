"""Finite verbs, as far as telling one claim of a sentence from the next needs them.

`FINITE` verbs say something of whatever stands before them. `DIRECT` ones do so only right after
a joint or before what they act on: "cars made in 2019" is a name, "the firm made 300 cars" is not.
Verbs of speech are left out: who says a thing is no claim of its own.
"""

from __future__ import annotations

from claims.extraction.lexicon.wording import alternatives, words

_NOT_SPEECH = (
    r"(?!(?:add|not|stat|claim|report|announc|warn|argu|believ|estimat|explain|predict|suggest"
    r"|stress|insist|reveal|disclos|conced|call|expect|confirm|deni|hundr|nak|sacr)ed\b)"
)
_ENGLISH_PAST = words(
    rf"""
    made|sold|bought|built|lost|won|paid|spent|cut|hit|found|held|kept|left|sent|lent|put|shut|led
    brought|caught|met|ran|set|got|cost|swept|sued|shed
    {_NOT_SPEECH}[a-z]+[b-df-z]ed|agreed|freed
    """
)
_ENGLISH_FINITE = words(
    rf"""
    is|are|was|were|isn't|aren't|wasn't|weren't|has|have|had|will|won't|would|could|can|must|may
    does|did|rose|fell|grew|shrank|sank|went|gave|took|began|flew|drove|drew|knew|wrote|chose
    broke|froze|stole|ate|became|came|stood|shrunk|climbed|dropped|jumped|declined|increased|decreased
    soared|plunged|slipped|tumbled|surged|doubled|tripled|halved|opened|closed|started|resigned|arrived
    died|collapsed|expired|rises|falls|grows|shrinks|employs|owns|owes|earns
    produces|operates|serves|covers|accounts|holds|sells|buys|costs|remains|stands
    includes|uses|contains|generates|receives|pays|supplies|carries|needs
    {_ENGLISH_PAST}(?! (?:in|by|at|on|for|to|from|as|with|under|during|of|and)\b)
    """
)
_ENGLISH_NO_MAIN_VERB = r"(?<!\bto )(?<!\bwho )(?<!\bthat )(?<!\bwhich )(?<!\bthe )(?<!\ba )"

_INDONESIAN_NOUNS = alternatives(
    r"""
    media|medan|mesin|menteri|meter|mental|menurut|menit|merah|mewah|meja|metode|mereka|merek|meski
    meskipun|mengenai|melalui|memang|berita|beras|berat|berbagai|beberapa|berapa|bersama|berikut
    besar|berkas|berlian|bersih|dia|diri|dinas|digital|dini|dimensi|direktur|distrik|diskon|diesel
    disertai|dibandingkan|dibanding|diatas|dibawah|didalam|dimana|disini|disana|diantara|terhadap|ter(?:besar|tinggi|rendah|kecil|baru|lama)
    terakhir|terkait|tersebut|tertentu|termasuk|teratas|terdekat|terutama|teras|teror|terminal
    mengatakan|menyatakan|menyebut(?:kan)?|menjelaskan|menambahkan|menilai|memperkirakan|berdasarkan
    menegaskan|mengungkapkan|melaporkan|mengumumkan|memberitahu|dikatakan|menurutnya
    """
)
_INDONESIAN_FINITE = words(
    rf"""
    naik|turun|tumbuh|jatuh|anjlok|merosot|melonjak|adalah|ialah|merupakan|ada|akan|telah|sudah|tidak
    sedang|masih|belum|pernah|bukan|rugi|untung|tewas|meninggal|tutup|rusak|hilang|luka|runtuh|mulai
    punya|kehilangan|kalah|menang|pindah|tiba|kembali|bangkrut|susut|surut
    (?!(?:{_INDONESIAN_NOUNS})\b)(?:me[lmnrwy]|meng|ber|di|ter)[a-z]{{3,}}
    """
)
_INDONESIAN_NO_MAIN_VERB = (
    r"(?<!\byang )(?<!\buntuk )(?<!\bguna )(?<!\bdengan )(?<!\btanpa )(?<!\bsetelah )(?<!\bdalam )"
)

_CHINESE_FINITE = alternatives(
    r"""
    上涨|下跌|上升|下降|增长|增加|减少|攀升|飙升|骤降|回升|回落|暴跌|暴涨|增至|减至|升至|降至|跌至|涨至
    增长到|升到|降到|扩大|缩小|超过|达到?|突破|占|为|是|有|没有|共有|拥有|设有|新增|新建|建成|投产|开工|竣工
    参与|参加|加入|包括|涉及|覆盖|获批|获得|贷款|借款|还款|注册|开通|连接|赢得|夺得|关闭|停产|停运|停止|恢复|启用|开放|开业|倒闭|破产|收购|出售|售出|卖出|买入|购买|投资|投入|耗资|来自|用于
    亏损|盈利|获利|赚|损失|缴纳|支付|拨款|捐|裁员|裁|招聘|聘用|雇用|雇佣|辞职|解雇|任命|当选|逮捕|起诉
    判处|罚款|处罚|死亡|受伤|遇难|失踪|获救|感染|确诊|撤离|受灾|受损|倒塌|坍塌|摧毁|生产|出口|进口|运送
    装卸|运载|接待|交付|发射|签署|通过|推出|发布|上市|实施|生效|取消|推迟|举行|造成|导致|引发|派出|部署
    已|将|被|曾|会|需要|了(?!解)|过(?=[\d一二两三四五六七八九十])|不足|仅|高达|年增|年减|成长|衰退|减产|增产
    涨(?=\d|了)|跌(?=\d|了)|升(?=\d|了)|降(?=\d|了)|仍
    """
)
FINITE = {
    "en": _ENGLISH_NO_MAIN_VERB + _ENGLISH_FINITE,
    "id": _INDONESIAN_NO_MAIN_VERB + _INDONESIAN_FINITE,
    "zh": _CHINESE_FINITE,
}
DIRECT = {
    "en": rf"(?:\w+ly )?(?:{_ENGLISH_FINITE}|{_ENGLISH_PAST})",
    "id": _INDONESIAN_FINITE,
    "zh": _CHINESE_FINITE,
}

_CASUALTIES = "受伤|死亡|失踪|遇难|获救|送医|入院|确诊|撤离|被困|被捕|失业|轻伤|重伤|丧生|罹难|感染"
COUNTED = rf"(?:约|另有|至少)?[\d一二两三四五六七八九十百千万][^，,。；;]{{1,8}}?(?:{_CASUALTIES})"
"""A Chinese clause that opens with a figure: 200人受伤."""

# What stands before the verb of a clause with a subject of its own, in a few words.
_LATIN_WORD = r"[^\s,;:()“”\"]+(?:,\d[^\s,;:()]*)*"
_ENGLISH_SUBORDINATE = "who|that|which|to|and|or|after|before|when|since|until|if|because|whether"
_INDONESIAN_SUBORDINATE = (
    "yang|untuk|dan|atau|guna|sejak|setelah|sebelum|ketika|saat|karena|jika|bahwa|agar|supaya"
)
SUBJECT = {
    "en": (
        r"(?!(?:in|by|to|from|for|with|of|at|on|as|about|than|per|or|nor|because|that|who)\b)"
        rf"(?:(?!(?:{_ENGLISH_SUBORDINATE})\b){_LATIN_WORD} ){{1,6}}"
    ),
    "id": (
        r"(?!(?:di|ke|dari|pada|untuk|dengan|oleh|karena|dalam|sekitar|atau|yang|bagi|daripada)\b)"
        rf"(?:(?!(?:{_INDONESIAN_SUBORDINATE})\b){_LATIN_WORD} ){{1,6}}"
    ),
    "zh": (
        r"(?!同比|环比|年增|年减|月增|较|比|相比|约|相当|高于|低于|多于|少于|超|达|占|创|其|每|平均|共|合计|总计|累计"
        r"|至|到|从|由|在|于|自|截至|因|使|令|让|预计|涨幅|跌幅|增幅|降幅|升幅|折合|即|也|还|则|都|并|但|以|按|根据"
        r"|对|向|与|和|或|未|不|主要|平均|分别|最|近|又|再|更|连续|时间|金额|总额|总价|价值|历时|为期|面积|全长|长)"
        r"[^，,。；;：:“”「」\d]{2,14}?"
    ),
}

RELATIVE_CLAUSE = {
    "en": rf"which (?:[\w-]+ ){{0,2}}?{DIRECT['en']}",
    "id": rf"yang (?:[\w-]+ ){{0,2}}?{_INDONESIAN_FINITE}",
}

FIGURE_WORDS = alternatives(
    r"""
    \b(?:half|double|doubled|twice|tripled|halved|one-third|two-thirds|thousands|millions)\b
    \b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundreds)\b
    \b(?:separuh|setengah|kali lipat|sepertiga|dua pertiga|separuhnya|ratusan|ribuan|jutaan)\b
    \b(?:dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan|sepuluh|belas|puluh)\b
    一半|半数|过半|翻倍|翻番|[一两二三四五六七八九十]倍|[一二两三四五六七八九十]成
    [两三四五六七八九十]+(?:人|名|家|座|所|间|起|例|次|艘|辆|架|条|台|吨|个)
    """
)
"""Figures that may be no quantity with a value and a unit: "shrank by half", "killed nine"."""
