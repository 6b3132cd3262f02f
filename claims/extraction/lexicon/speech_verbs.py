"""Verbs of saying, per language, sorted by what the speaker does.

`SUBJECT_FIRST` verbs follow their speaker ("Cole mengatakan"), `SPEAKER_AFTER` ones come before
("ujar Cole"). A verb that is only sometimes one of speech carries what must follow it.
"""

from __future__ import annotations

from claims.extraction.lexicon.wording import alternatives

_FIGURES = (
    r"(?! (?:[\w.,$%-]+ ){0,4}(?:profits?|loss(?:es)?|revenues?|sales|earnings|gains?|growth"
    r"|results|income|surplus|deficit|laba|rugi|kerugian|pendapatan|untung|keuntungan)\b)"
)
"""After "posted": whoever posts a profit says nothing."""

_THAT = r"(?= (?:\w+ ){0,2}bah[aw]+a?\b)"
"""Before "bahwa" or, in Malay, "bahawa"."""

_INDONESIAN = alternatives(
    rf"""
    mengatakan|menyatakan|menyebutkan|menyebut|menyampaikan|menuturkan|memaparkan|menuliskan|menulis
    berkata|bertutur|berujar|bercerita|menceritakan|mengisahkan|mengutarakan|mengemukakan|melontarkan
    berbicara{_THAT}|buka suara|angkat bicara|memberitahu|memberi tahu{_THAT}|menambahkan|menambah
    menyuarakan|menjelaskan|menerangkan|menjabarkan|menguraikan|merinci
    mencontohkan|menggambarkan
    memerinci|menanggapi|merespons|menjawab|mengulas|menyinggung|mengutip|memetik|berkomentar|bersaksi
    dipetik sebagai berkata

    menekankan|menegaskan|menandaskan|menggarisbawahi|menyoroti|bersikeras|meyakinkan{_THAT}|bersumpah
    memastikan|menjamin|meyakini|percaya|yakin{_THAT}|optimistis{_THAT}|pesimistis{_THAT}|berkukuh
    berkeras{_THAT}|ngotot{_THAT}|berkeyakinan|sesumbar|membual

    berpendapat|menilai|menganggap|beranggapan|berpandangan|memandang|melihat|berargumen|beralasan
    berdalih|beropini|merasa{_THAT}|menyimpulkan|menduga|mengira|menengarai|mensinyalir|berspekulasi
    menafsirkan|mengibaratkan|mengumpamakan|menyamakan|menjuluki|melabeli|mencap|menyifatkan
    setuju{_THAT}|sepakat{_THAT}|berpendirian|merumuskan

    memuji|mengapresiasi|menyanjung|mengacungi jempol|mengelu-elukan|menyambut baik|memuji-muji

    mengkritik|mengkritisi|mengecam|mengutuk|menyindir|menyentil|menyalahkan|mencela|menghujat
    mencibir|mengejek|mencemooh|meledek|mengolok-olok|menertawakan|membidas|menyelar|menempelak
    menegur|menuding|menuduh|mendakwa|memprotes|mengeluhkan|mengeluh|menyayangkan|menyesalkan
    menggerutu|mengomel|meluahkan|mengadu

    meragukan|menyangsikan|mempertanyakan|mempersoalkan|mempertikaikan|mencurigai|menepis|menampik
    menyanggah|membantah|menyangkal|menolak|menafikan|memungkiri|meluruskan|mengoreksi|meralat
    menggugat|menantang|mengkhawatirkan|khawatir{_THAT}|ragu{_THAT}|bimbang|melahirkan kebimbangan
    curiga{_THAT}|skeptis{_THAT}|berkelit|menimpali|membalas{_THAT}

    mengakui|mengaku|membenarkan|mengamini|mengiyakan|mengonfirmasi|mengkonfirmasi|mengklarifikasi
    mengesahkan|membeberkan|membocorkan|mengungkapkan|mengungkap|mendedahkan|menyadari{_THAT}
    berterus terang|meminta maaf|memperakui|membongkar{_THAT}|memaklumi{_THAT}

    mengumumkan|melaporkan|mencatat|menemukan|memaklumkan|mengabarkan|mewartakan|memberitakan
    menginformasikan|mendeklarasikan|mengklaim|mengeklaim|mengisyaratkan|menunjukkan bahwa
    merilis (?:data|laporan|survei|hasil|angka|temuan|riset)

    mem-?posting{_FIGURES}|memosting{_FIGURES}|mencuit|mencuitkan|berkicau|men(?:ge)?-?t(?:weet|wit)
    mengunggah (?:pernyataan|tulisan|pesan|cuitan|klaim)|membagikan (?:pernyataan|cuitan){_THAT}
    memuat naik (?:kenyataan|hantaran|ciapan)

    memperkirakan|memprediksi|memproyeksikan|menaksir|menghitung|mematok|menargetkan|menganggarkan
    meramalkan|meramal|menjangka|mengestimasi|mengalkulasi|mengkalkulasi|memproyeksi|berharap
    menebak{_THAT}|membayangkan{_THAT}

    memperingatkan|mengingatkan|mewanti-wanti|memberi amaran|mengimbau|menghimbau|menyerukan|menyeru
    mendesak|menggesa|meminta|menuntut|mengajak|mengusulkan|mencadangkan|menyarankan|menganjurkan
    menasihati|merekomendasikan|bertanya|berpesan|berjanji|menjanjikan|berikrar|mengancam{_THAT}
    berseloroh|berkelakar|bercanda{_THAT}|menyesumbar
    """
)

_STANCE = (
    "(?:convinced|adamant|certain|confident|sure|s[ck]eptical|doubtful|worried|concerned|hopeful"
    "|optimistic|pessimistic|of the (?:view|opinion))"
)

_ENGLISH = alternatives(
    rf"""
    said|says|say|told|tells|added|adds|noted|notes|stated|states|wrote|writes|explained|explains
    commented|observed|remarked|recalled|mentioned|testified|made clear|spoken of|spoke of
    described|describes|called|calls (?!for\b)|dubbed|likened|cites
    cited(?! (?:in|by|as)\b)|summed up|was quoted as saying|went on record

    claimed|claims|claim|argued|argues|insisted|insists|maintains|maintained|contends|contended
    assert(?:s|ed)|affirm(?:s|ed)|stressed|stresses|emphasi[sz]ed?s?|underscored|underlined|reiterated
    pointed out|points out|declared|vowed|pledged|promised|promises|has promised|assure[sd]?|swore
    doubled down|boasted|bragged|gloated

    believes|believed|thinks?|reckons|reckoned|feels that|felt that|figured|opined|posited|posits
    concluded|concludes|suggested|suggests|agrees|disagree[sd]|echoed|made the case|concurred
    speculated|surmised|guessed|hypothesi[sz]e[sd]?|theori[sz]ed|hinted|signall?ed|mused

    praised|praises|hailed|hails|touted|touts|lauded|lauds|applauded|commended|gushed|enthused|raved

    criticized|criticised|criticizes|criticises|blasted|slammed|slams|mocked|lambasted|decried
    derided|denounced|condemned|chided|scolded|ridiculed|scoffed|jabbed|sneered|fumed|ranted
    railed|lamented|laments|complained|complains|griped|grumbled|blames
    blamed(?! (?:for|by|in|on)\b)|alleged|alleges|accused|accuses

    doubts|doubted|questioned|questions whether|disputed|disputes|rejected|rejects|denied|denies
    dismissed|dismisses|refuted|rebutted|countered|counters|retorted|hit back|fired back|shot back
    pushed back|ruled out|demurred|objected
    raised (?:the possibility|concerns?|alarm|doubts?|questions?)

    acknowledged|acknowledges|admitted|admits|conceded|concedes|confessed|confesses|confirmed
    confirms|clarified|clarifies|revealed|reveals that|disclosed|discloses|divulged|apologi[sz]ed
    let slip|owned up

    announced|announces|reported|reports|issued a statement|declined|responded|replied
    tweeted|tweets that|posted{_FIGURES}|blogged
    took to (?:X|Twitter|Facebook|Threads|Weibo|LinkedIn)
    quipped|joked|deadpanned

    estimated|estimates|predicted|predicts|expects|expected|calculated|calculates|tallied|put the
    puts (?:it|the)|put (?:it|the)|found|finds|forecasts that|foresees|envisions|envisaged
    projected that

    warned|warns|cautioned|cautions|urged|urges|advise[sd]?|recommend(?:s|ed)|proposed|demanded
    asked|implored|pleaded|called on|(?:is|was|remains|remained) {_STANCE} that
    """
)

_CHINESE = alternatives(
    r"""
    表示|指出|写道|写说|写到|写下|提到|谈到|谈及|谈道|讲到|提及|说起|说明|说道|解释|介绍|补充|回应|答复|告诉
    阐述|陈述|讲述|阐明|申明|述说|诉说|描述|总结|概括|归纳|列举|转述|引述|援引|发言时|受访时|接受采访
    表态|发声|发话|开腔|撰文|评论|点评|短评|评价|分析(?:说|称|道|指|(?=[，,：:]))|留言|重提|回忆|忆述|表明|发现

    强调|坚称|断言|断定|断称|笃定|认定|咬定|直指|直言|直呼|直斥|直说|明言|声明|声称|宣称|扬言|重申|主张|放话|喊话
    宣示|宣告|保证|发誓|誓言|承诺|许诺|力陈|力证|辩称|辩解|申辩|供称|供述|自称(?=[^为作“「])|自夸|自诩|夸口|吹嘘

    认为|觉得|相信|深信|坚信|看好|看淡|看衰|唱衰|力挺|判断|判定|研判|推断|推测|推论|猜测|揣测|评判|认同|赞同
    期望|希望|期盼|形容|比喻|调侃|戏称|笑称|笑言|笑说|打趣|自嘲|揶揄|叹道|感叹|感慨|惊叹|惊呼|惊称

    称赞|赞扬|大赞|盛赞|夸赞|夸奖|赞赏|赞叹|赞许|赞誉|点赞|力赞|狂赞|嘉许|肯定说

    批评|批判|抨击|炮轰|痛批|怒批|狠批|力批|猛批|怒斥|痛斥|斥责|谴责|指责|指控|控诉|指称|痛骂|怒骂|怒怼|回怼|开怼|呛声
    嘲讽|讽刺|嘲笑|讥讽|挖苦|反讽|吐槽|抱怨|埋怨|诉苦|抗议|叫屈|喊冤|揭露|揭发|踢爆|斥|哀叹|叹息

    不讳言|直批|直酸|怒呛|质疑|担忧|担心|忧心|反驳|驳斥|反对|反问|反击|反呛|回呛|回击|反讥|质问|追问|诘问|否认|否定(?=了?[^的]{2})|辟谣(?=[，,：:说称])|驳

    承认|坦言|坦承|坦白|证实|确认|澄清|更正|纠正|透露|披露|吐露|爆料|曝料|自曝|自爆|招认|供认|自认|松口|改口|道歉(?=[，,：:说称])
    认[过了]?错|致歉(?=[，,：:说称])|点出|点明|点破|道破|指明|挑明|放风

    宣布|官宣|报道|报导|预告|发文|发帖|发推|发微博|贴文|公告(?=称|说|[，,：:])|通报|统计(?=[，,：:])|倡议|裁示|批示|下令
    发[出布](?:警报|警告|预警|通知|通报|声明|公告|消息|倡议)|发声明|发布(?:推文|贴文|长文|博文)|[Pp][Oo]文

    估算|测算|推算|估计|预计|预测|预期|预估|推估|预判|预言|预警|评估(?=[，,：:])
    给出(?=的|.{0,6}(?:目标|预测|数字|估算))

    提醒|警告|警示|示警|告诫|建议|呼吁|呼籲|敦促|促请|吁请|提议|疾呼|高呼|提示(?=[，,：:说称])
    提出(?=.{0,6}(?:法案|草案|提案|要求|建议|诉讼|指控|方案|目标))
    的(?:说法|看法|判断|观点|结论|估算|态度|表述|措辞|回答|解释|回应)[^，。：:]{0,4}(?=[：:])
    (?:把|将)[^，。]{1,12}?(?:形容[为成]|描述[为成]|称[为作]|比作|比喻[为成]|誉为|评价为)
    (?<![小传听据])说|(?<![著着号堪职名简俗统昵尊世])称|指(?=[，,：:“「])
    """
)

ANSWERS = "(?:menanggapi|merespons|menjawab|responded|replied)(?:nya)?"
"""Markets answer too: these are words if a person does it, or if `IN_WORDS` follow."""

IN_WORDS = (
    r"(?: \w+){0,2},? (?:bah[aw]+a?|that|dengan (?:mengatakan|menyatakan)|by saying)\b"
    r"|[,:] ?[\"“]"
)

GOES_ON_SAYING = (
    r", (?:(?:dengan|sambil|seraya|sembari) "
    r"(?:mengatakan|menyatakan|menyebut|mengaku|menegaskan|berkata)"
    r"|(?:saying|claiming|arguing|insisting|adding|noting|stating|alleging|warning|admitting|conceding"
    r"|suggesting|telling|predicting|calling|stressing|acknowledging|asserting|complaining|boasting))\b"
)
"""Whoever the sentence opens with goes on to say: "Cole went further, claiming …"."""

SUBJECT_FIRST = {"id": _INDONESIAN, "en": _ENGLISH, "zh": _CHINESE}

SPEAKER_AFTER = {
    "id": alternatives(
        r"""
        ujar|kata|ungkap|tutur|jelas|tegas|imbuh|tambah|ucap|sebut|papar|terang|lanjut|tulis|cetus
        tandas|pungkas|kata pula|beber|urai|sambung|klaim|jawab|kenang|simpul|menurut hemat
        cuit|kilah|dalih|timpal|seru|sindir|keluh|beritahu|bantah|sanggah|tepis|kicau|gerutu
        tukas|kelakar|seloroh|demikian(?: (?:disampaikan|kata|ujar|tulis))?
        """
    ),
    "en": alternatives(
        r"""
        said|says|added|wrote|explained|noted|argued|warned|stated|insisted|recalled|tweeted|posted
        joked|quipped|remarked|continued|concluded|admitted|conceded|cautioned|observed|complained
        lamented|countered|retorted|replied|predicted|declared|acknowledged|mused|scoffed|boasted
        """
    ),
}
