"""What numbers are counted in: shares, stretches of time, measures, and things."""

from __future__ import annotations

from claims.extraction.lexicon.wording import alternatives, spread, word_set

TIMES = word_set(
    """
    bulan day days decades dekade hari hour hours jam menit minggu minit minutes month
    months pekan tahun week weeks year years
    """
)

COUNTED_IN_WORDS = word_set(
    """
    people persons men women children workers passengers residents soldiers students patients adults
    employees orang warga anak pekerja korban penumpang tentara siswa pelajar pasien karyawan buruh
    """
)
"""Who is counted in words ("seven people"); things in words are mostly figures of speech."""

PERCENT = ("per cent", "percent", "percents", "percentage", "persen", "peratus", "pct", "%", "％")

NOT_COUNTED = word_set(
    """
    a adalah after ago agustus akan am an and april are as at atas atau august bawah be been
    before between bisa boleh but by dalam dan dari daripada december dengan desember di
    during februari february for from gmt had has have he hingga ialah if in ini is it its
    itu januari january juga juli july june juni karena ke kepada kerana ketika kurang lalu
    later lebih lepas less manakala march maret may mei more namun not november october of
    oktober oleh on or pada per persen pm saat sampai sebagai september she silam since
    sudah telah tetapi than that the these they this those through to until untuk was we
    were when which while who wib wit wita with yang year-on-year
    """
)
"""Small words after a number that are not what is counted."""

NAMING = word_set(
    """
    airbus article ayat bab boeing chapter csi dax flight fortune ftse halaman nasdaq nikkei no
    nomor page pasal route s&p section seksyen stoxx topix verse
    """
)
"""Words whose number is a name: "the S&P 500", "Pasal 5"."""

CHINESE_CLASSIFIERS = word_set(
    """
    名 位 家 个小时 个钟头 个月 个星期 个季度 个 人次 人 款 项 次 台 张 块 枚 颗 种 套 件 所 座 支
    例 起 份 部 篇 倍 天 小时 分钟 秒 周年 周 年 岁 股 点 页 字 票 条 场 轮 层 片 辆 架 只 户 剂 间
    栋 幢 处 宗 桩 艘 列 班 根 对 双 箱 瓶 针 节 头 棵 艇 口 村 县 市 省 街 笔 批 国 注 堂 届 代
    """
)
"""Words between a number and what it counts; one of them is mostly "a" (一个)."""

CHINESE_COUNTED = alternatives(
    r"""
    公司|企业|用户|芯片|晶片|显卡|国家|机构|模型|应用|城市|银行|参数|客户|订单|GPU|图形处理器
    加速卡|项目|服务器|伺服器|岗位|职位|门店|论文|专利|账号|账户|token|tokens|Token|Tokens|词元
    房屋|家庭|人|学校|村庄|航班|列车|车辆|病例|样本|案件|题目|基站
    """
)
"""What follows a classifier, or a bare number, and belongs to the unit (3家公司)."""

CHINESE_PEOPLE = (
    r"[\u3400-\u9fff]{0,5}?"
    r"(?:者|员|工人|学生|教师|民|客|专家|科学家|医师|医生|用户|人|户|童|工|师)"
)
"""Who is counted after 名 or 位 (21名受试者)."""

MEASURES = spread(
    {
        "percentage point": "个百分点|百分点|percentage points|percentage point|poin persentase",
        "bit": "比特|bits|bit",
        "kilobit": "千比特",
        "byte": "字节|bytes|byte",
        "kilobyte": "千字节|KB|kB",
        "megabyte": "兆字节|MB|megabytes",
        "gigabyte": "吉字节|GB|gigabytes|gigabyte",
        "terabyte": "太字节|TB|terabytes|terabyte",
        "picometer": "picometer|picometers",
        "nanometer": "纳米|nm|nanometer|nanometers|nanometre|nanometres",
        "micrometer": "微米|μm|µm|micrometers",
        "millimeter": "毫米|公厘|mm|millimeters|millimetres|milimeter",
        "centimeter": "厘米|公分|cm|centimeters|centimetres|sentimeter",
        "decimeter": "分米|dm",
        "meter": "米|公尺|m|meters|metres|meter|metre",
        "kilometer": "公里|千米|km|kilometers|kilometres|kilometer|kilometre",
        "inch": "英寸|inches|inch|inci",
        "foot": "英尺|feet|foot|ft|kaki",
        "yard": "yards|yard",
        "mile": "英里|miles|mile",
        "nautical mile": "海里|nautical miles|mil laut",
        "square meter": "平方米|平方公尺|square meters|square metres|m2|m²|sqm|meter persegi",
        "square kilometer": (
            "平方公里|平方千米|square kilometers|square kilometres|km2|km²|kilometer persegi"
        ),
        "square foot": "平方英尺|square feet|sq ft",
        "square mile": "平方英里|square miles",
        "ping": "坪",
        "mu": "亩",
        "acre": "英亩|acres|acre|ekar",
        "hectare": "公顷|hectares|hectare|ha|hektare|hektar",
        "microgram": "微克|μg|µg|mcg|microgram|micrograms|microgrammes",
        "milligram": "毫克|mg|milligrams|miligram",
        "gram": "克|公克|grams|gram|grammes",
        "kilogram": "公斤|千克|kg|KG|kilograms|kilogram|kilo",
        "ton": "吨|tons|ton|tonnes|tonne|tan",
        "metric ton": "公吨|metric tons|metric ton|tan metrik",
        "liang": "两",
        "jin": "斤|台斤|市斤",
        "ounce": "盎司|ounces|ounce|oz",
        "pound": "磅|lbs|lb",
        "barrel": "桶|barrels|barrel|barel|tong",
        "gallon": "加仑|gallons|gallon",
        "milliliter": "毫升|ml|milliliters|millilitres",
        "liter": "升|公升|liters|litres|liter|litre",
        "cubic meter": "立方米|立方公尺|cubic meters|cubic metres|m3|m³|meter kubik",
        "cubic kilometer": "立方公里",
        "cubic foot": "立方英尺|cubic feet",
        "teu": "标箱|TEU|TEUs",
        "cup": "cups|cup",
        "teaspoon": "teaspoons|teaspoon",
        "tablespoon": "tablespoons|tablespoon",
        "hertz": "赫兹|赫|Hz",
        "kilohertz": "千赫|千赫兹|kHz",
        "megahertz": "兆赫|兆赫兹|MHz",
        "gigahertz": "吉赫|吉赫兹|GHz",
        "watt": "瓦|瓦特|watts|watt",
        "kilowatt": "千瓦|kW|kilowatts",
        "megawatt": "兆瓦|MW|megawatts|megawatt",
        "gigawatt": "吉瓦|GW|gigawatts|gigawatt",
        "kilowatt hour": "千瓦时|千瓦小时|度电|kWh",
        "megawatt hour": "兆瓦时|MWh",
        "gigawatt hour": "吉瓦时|GWh",
        "terawatt hour": "太瓦时|TWh",
        "volt": "伏|伏特|volts",
        "calorie": "卡路里|calories|kalori",
        "kilocalorie": "千卡|大卡|kcal",
        "pascal": "帕|帕斯卡",
        "megapascal": "兆帕",
        "degree": "度|degrees|degree|derajat|darjah|°",
        "degree celsius": "摄氏度|°C|℃|degrees Celsius|derajat Celsius|darjah Celsius",
        "radian": "rad|radians",
        "kilometer per hour": "公里每小时|kph|kmph|km/h|km/hr|km/jam|km/j|kilometers per hour",
        "mile per hour": "mph|miles per hour|miles an hour",
        "millisecond": "毫秒|ms",
    }
)
"""Measures, of which one is one (一吨) and which may stand against the number (15GWh, 3-inch)."""
