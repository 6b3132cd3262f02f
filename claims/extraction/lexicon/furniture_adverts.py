"""Formulas of adverts set among the news: a price or a gift, and what the reader must do for it.

"Tesla cuts prices by 20 per cent" is news; "use code SUN20 for 20% off" is not. So each formula
takes the call or the limit that comes with an offer, never a price, a discount or a deadline
alone: rules too apply until the end of the year, and parties too hold the last 12 seats.
"""

from __future__ import annotations

from claims.extraction.lexicon.wording import formulas

_CODE = "(?-i:[A-Z]{3,}[A-Z0-9]*)"

ENGLISH_ADVERTS = formulas(
    rf"""
    \b(?:use|with|enter|quote|apply) (?:the |promo )?code {_CODE}|\bquote {_CODE} for \d
    \bcoupon code\b|\blink in (?:my )?bio\b|\bgamble responsibly\b|\bin free bets\b
    \d ?% off (?:your|everything|for readers)|\d ?% off!|\bpresale\b.{{0,60}}!\W*$
    \b(?:post|issue|episode|edition|newsletter) is (?:brought to you|sponsored|presented) by\b
    ^\W*(?:sponsored|partner|advertisement feature|paid post)\s*:|^\W*rates as low as\b
    ^[^\w"“]*(?:grab|buy|order|book|try|claim|win|get|hire|want to hire) (?:my|our|your|now|me)\b
    \bfull board from [$£€]|\bfirst \d+ (?:people|readers) get\b.{{0,40}}!
    """
)

MALAY_INDONESIAN_ADVERTS = formulas(
    rf"""
    \b(?:pakai|masukkan|gunakan|guna|dengan) kode? {_CODE}|\bgratis ongkir\b|\bflash sale Rp
    \bready stok\b|\bopen PO\b|\bstok terhad\b|\btiket early bird\b|\bpra-?pesan sekarang\b
    \bsisa \d+ kursi|\bkuota \d+ kursi\W*$|\bbuka akun\b.{{0,60}}\bbonus\b|\bPM tepi\b
    \bbeli \d+ (?:\w+ )?(?:gratis|percuma) \d+
    \b(?:diskon|potongan|cicilan|bunga|uang muka|bonus|promo|diskaun|baucar)\b.{{0,90}}!\W*$
    ^[^\w"“]*(?:sewa|paket|kelas|kamar|tiket)\b.{{0,60}}\bmulai (?:Rp ?)?\d
    \b(?:ajukan|pesan|beli|daftar|unduh) (?:sekarang|segera)\b
    \bberlaku (?:sampai|hingga|selagi) (?:persediaan|stok)
    ^[^\w"“]*(?:dapatkan|nikmati|rebut|menangi)\b.{{0,120}}(?:\bharga\b|\bpromo\b|\btiket\b|cicilan)
    ^[^\w"“]*(?:tukar|pesan|beli) (?:paket|tiket|sekarang|\w+ lama)\b.{{0,120}}(?:Rp|RM|potongan)
    """
)

CHINESE_ADVERTS = formulas(
    r"""
    立[减省]\s?\d+\s?元|满\s?\d+\s?减\s?\d|前\s?\d+\s?[名位](?:再?送|免费|半价|赠)|错过再等
    (?:早鸟|老粉|团友)价|(?:仅剩|只剩|限量|限额)\s?\d+\s?(?:席|箱|件|组|份)|名额(?:只剩|有限)
    包邮|(?<!避)免运费?(?=[，,。!！）)\s]|\Z)|小黄车|私信.{0,6}(?:下单|领取|两个字)|评论区扣
    (?:输入|用我的|报我?).{0,4}(?:折扣|推荐|优惠|邀请|好友)码|赠完即止|送完为止|售完为止
    享.{0,10}(?:免息|零利率)|即日起.{0,30}(?:获赠|开放报名)|赞助播出|^\W*同款.{0,12}\d+\s?元
    (?:现在|今晚|立即)(?:加入|预约|下单|购买|报名).{0,20}(?:送|享|折)|首诊免费
    训练营.{0,16}(?:招生|报名|试听)|原价.{0,8}\d.{0,12}(?:团友价|现在只|今晚免费)
    """
)
