"""Words around people's names: titles and roles, and Chinese surnames."""

from __future__ import annotations

from claims.extraction.lexicon.wording import alternatives, word_set

LATIN_ROLES = word_set(
    """
    adviser advisor advokat ahli akademisi aktivis aktor aktris analis antropolog billionaire dokter
    dosen investor jaksa kolumnis komedian konglomerat kriminolog miliarder musisi notaris
    pengacara pengusaha produser psikolog sosiolog vokalis
    analis analyst atlet author bekas besar bicara
    bupati caleg capres cawapres ceo cfo chair chairman chairwoman chief co-founder
    commissioner coo coordinator cto dean dekan deputi deputy director direktur economist
    editor ekonom eksekutif engineer epidemiolog executive former founder governor gubernur
    hakim head
    ilmuwan insinyur juara jubir judge jurnalis juru jurubicara jurucakap kapolres kapolri
    kepala ketua ketum komisaris komisioner koordinator lecturer manager manajer mantan
    mayor menag menaker mendag mendagri menhan menhub menkes menkeu menko menkomdigi
    menkominfo menlu menpora mensesneg mensos mentan menteri minister naib nelayan officer
    operating owner pakar panglima pegawai pejabat pelatih pemain pemilik penasihat pendiri
    peneliti pengamat penganalisis pengarah pengasas pengerusi pengurus penolong pensyarah
    penulis penyanyi penyelidik perdana perunding perwakilan pesuruhjaya petani politikus
    politisi presiden president prime rektor representative researcher scientist secretary
    sekjen sekretaris senator senior spokesman spokesperson spokeswoman sutradara timbalan
    umum utama vice waketum wakil wali walikota wamen wapres warga
    """
)
"""Offices written before a name and not part of it; the suffix -nya is taken off first."""

HOLDERS = word_set(
    """
    analis analyst author bupati ceo chairman chairwoman commissioner coordinator direktur director
    doctor economist editor ekonom engineer executive founder governor gubernur hakim ilmuwan
    insinyur judge kapolres ketua koordinator lecturer manager manajer mayor menteri minister
    pendiri peneliti pengamat pengarah penyelidik presiden president professor profesor rektor
    representative researcher scientist secretary sekretaris senator spokesman spokesperson
    spokeswoman walikota
    """
)
"""Offices that stand alone for their holder: "the governor said", "gubernur itu mengatakan"."""

GOES_ON_A_ROLE = word_set(
    """
    affairs agama besar daerah eksekutif energi general harian hukum jenderal kota luar negara
    negeri pelaksana sosial umum utama
    """
)
"""What an office goes on with: "Sekretaris Daerah", "Wali Kota"; a name without one before it."""

ENGLISH_OFFICES = word_set(
    """
    adviser advisor ambassador ceo chair chairman chairwoman chief commissioner coordinator
    director economist engineer founder governor manager mayor minister officer president
    secretary senator spokesman spokesperson spokeswoman
    """
)
"""Offices that end their phrase: whatever stands before belongs to them, the name stands after."""

DOCUMENTS = word_set(
    """
    analysis catatan data dokumen estimates figures hasil indeks index kajian laporan numbers panel
    poll report research riset statistics statistik studi study survei survey tinjauan
    """
)
"""What speaks for its author: "Laporan CNBC"."""

NO_SPEAKERS = word_set(
    """
    about all almost around both critics everyone few nearly neither nobody none over prior roughly
    another early earlier fresh initial internal latest many most official other preliminary
    previous recent separate several some
    agen aid aktivis asosiasi atlet baca buruh dokter dosen dozens eight emas emiten foreign
    gabungan guru hundreds image inc insiders investasi investor jamaah jawaban jemaat juru
    karyawan keempat kelompok keluarga konsumen korban kritikus kubu laporan local lukisan
    manifes maskapai massa ministers mrs nakhoda nasabah naskah nelayan new nine notaris old
    orangtua organisasi pabrik pakar pasien produsen relawan reporters rumah saham saksi
    santri serikat seven siswa six sources state sumber suppose surel sutradara telaah ten
    tersangka tetangga thousands tim tulisan waktu wartawan what witnesses zaman
    """
)
"""Nouns that open a sentence with a capital before a verb of speech, and name nobody."""

PLACES_BEFORE_A_NAME = word_set(
    """
    bandara city county desa distrik district gunung jalan kabupaten kampung kecamatan
    kelurahan kota lake laut mount pantai pelabuhan port province provinsi pulau river selat
    stasiun stesen sungai taman teluk wilayah
    """
)
"""A name after one of these is a place's."""

LATIN_HONORIFICS = word_set(
    """
    akbp bapak bu captain colonel dame dato datuk doctor doktor dr drs encik general hajah
    haji hj ibu ir irjen jenderal kapten kolonel kombes kompol komjen lord madya mr mrs ms ny pak
    prof profesor professor puan sdr sir sri tan tn tuan ustaz
    """
)
"""Titles of respect: a name follows."""

ORGANISATION_WORDS = word_set(
    """
    agency america amerika asosiasi association authority badan bank bloomberg capital
    center centre china commission company corp corporation council court daily department
    dewan dinas federation forum foundation group grup herald inc indonesia institut
    institute intelligence jabatan journal kementerian komisi lab laboratorium labs lembaga
    ltd malaysia ministry news otoritas parlemen parliament partai partners party pengadilan
    police polisi post pt reuters securities sekuritas serikat states street suruhanjaya
    syarikat tbk technologies technology times tiongkok universitas universiti university
    wire yayasan
    """
)
"""Words that make a name an organisation's or a place's."""

ROLES_OF_AN_ORGANISATION = word_set(
    """
    analis analyst bicara bos boss ceo cfo chairman chief co-founder coo cto director
    direktur economist ekonom eksekutif engineer executive founder head insinyur jurubicara
    kepala ketua manajer pendiri peneliti penganalisis pengarah pengasas researcher
    spokesman spokesperson spokeswoman
    """
)
"""Before the name of an organisation, which then belongs to the role: "CEO Riverbank Ann Cole"."""

CHINESE_ROLES = alternatives(
    r"""
    首席执行官|首席科学家|首席技术官|首席分析师|首席经济学家|联合创始人|创始人|创办人|执行长
    董事长|总裁|总经理|经理|总统|总理|首相|主席|部长|主委|副主委|立委|委员(?!会)|政委|议长|局长|司长|院长|校长|所长|主任|秘书长|发言人
    教授|副教授|院士|博士|分析师|研究员|专家|学者|工程师|科学家|经济学家|议员|参议员|众议员|大使
    州长|市长|投资人|律师|负责人|CEO|CTO|CFO|主管|顾问|总监|专员|协调人|协调员|董事会秘书|董秘
    分析员|副主任|调查员|理事长|书记|队长|会长|营运长|技术长|财务长|讲师|渔民|村民|居民|农民
    店主|执行官|代表|检察官|法官|法医|医生|医师|护士|老师|秘书|处长|科长|策略师|策略员|交易员
    基金经理|研究主管|开发者|程序员|投资者|创业者|副总裁|副院长|副校长|副所长|副部长|副局长|署长
    厅长|县长|镇长|村长|社长|省长|区长|乡长|总督|将军|上校|评论人|评论家|观察家|成员|候选人|胜选人|教练|球员|导演|歌手
    行长|国务卿|财长|外长|防长|检察长|警官|发起人|主持人|作者|博主|主编|编剧|店长|厂长|首富
    目击者|业主|家长|家属|经纪人|社长|馆长|团长|机长|船长|站长|掌门人|合伙人|高管|老板|评论员|作家|主播
    创办者|总编辑|特首|司机|先生|女士|掌舵人|大佬|大亨
    """
)

CHINESE_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜"
    "叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎"
    "贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧"
    "耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝路游辛靳柴蒙鲍华喻"
    "洪赖简丘项楼湛冼荀奚谌郦鄢晁邸阙"
    "祁蒲房滕屈饶牟艾尤阳穆卓吉缪连芦麦褚娄窦戚岑景宫卜冷晏席卫柏宗瞿桂佟臧闵苟邬边卞姬仇"
    "栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)

CHINESE_DOUBLE_SURNAMES = "欧阳|司马|上官|诸葛|司徒|夏侯|慕容|令狐|皇甫|尉迟|东方|公孙|端木"

CHINESE_VOICES = alternatives(
    r"""
    发言人|新闻发言人|分析师|分析员|经济学家|研究员|策略师|官员|官方|方面|团队|(?:相关|有关)?负责人
    新闻官|主管|工作人员
    """
)
"""Those who speak for an organisation: it is the speaker when they are not named."""

CHINESE_ORGANISATION_ENDS = alternatives(
    r"""
    公司|集团|局|部|委员会|大学|学院|研究院|研究所|银行|基金|证券|协会|联盟|办公室|法院|议会
    国会|白宫|政府|中心|实验室|机构|报|时报|日报|晚报|社|新闻网|杂志|电视台|电台|新闻|周刊|期刊
    智库|科技|资本|咨询|交易所|监管机构|外交部|商会|学会|公会|工会|总会|联合会|基金会|理事会|厅|署|(?<!到)处
    院|医院|警局|法庭|气象台|天文台|总台|车站|机场|航空|汽车|电子|半导体|光电|能源|电力|电网|生物|制药
    药业|医药|重工|股份|控股|保险|信托|物流|地产|置业|食品|乳业|软件|网络|通信|通讯|石油|化工|钢铁|航运
    水务|影业|传媒|出版社|研究室|工作室|工作组|专案组|指挥部|秘书处|调查局|总局|组|室|队|党
    """
)

CHINESE_PROFESSION = "[一-龥]{2}[家人者员师长]"
"""Professions by their form, before a name: 风险投资家、评论人、观察员."""

TRANSCRIBING = (
    "埃艾奥巴贝伯布茨厄恩尔弗夫戈格赫霍吉卡凯科克库拉莱兰勒雷伦罗洛玛麦曼蒙米莫姆穆娜纳尼诺帕佩皮珀普奇乔切"
    "萨塞桑瑟森莎舍斯丝塔坦特滕腾图托瓦韦维沃乌希锡辛雅亚耶伊扎詹兹泽"
)
"""Characters seldom written but for the sounds of foreign names: 格, 尔, 斯."""

ALSO_TRANSCRIBING = (
    "阿爱安昂拜班邦保鲍本比彼毕宾波博查茜楚川达戴丹德登迪蒂丁东杜多法凡范菲费芬佛福富盖甘冈葛哥根贡古瓜圭哈海"
    "汉豪亨胡华怀惠基加贾简杰金久坎康考柯肯孔夸赖朗劳蕾黎里丽利莉廉列林琳龙隆卢鲁路露吕马迈芒毛梅门密敏明缪摩"
    "默奈南瑙内妮宁纽努欧派潘庞彭匹齐琴丘琼茹让热荣儒瑞若撒赛沙山珊绍圣施史士舒思松苏索泰汤唐陶提廷万旺威伟魏"
    "温文翁武伍西夏肖谢欣休修许扬叶依易因英尤约宰赞珍芝朱卓祖佐"
)
"""Characters of such names that are common elsewhere too: 里, 海, 文."""
