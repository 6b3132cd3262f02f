"""Formulas of page furniture in languages the desk reads through a library only.

Roughly: what asks the reader to subscribe, follow, share or read on, and notices of rights,
cookies and adverts, in the languages news most often comes in.
"""

from __future__ import annotations

from claims.extraction.lexicon.wording import formulas

OTHER_LINES = formulas(
    r"""
    ^\W*(?:lea|lee) (?:también|tambien|además|más)\b|^\W*(?:leia|veja) (?:também|mais)\b
    ^\W*(?:à lire aussi|lire aussi|lisez aussi|voir aussi)\b|^\W*leggi anche\b|^\W*lees ook\b
    ^\W*(?:lesen sie (?:auch|mehr)|mehr zum thema|auch interessant)\b|^\W*läs (?:också|mer)\b
    ^\W*(?:đọc thêm|xem thêm|tin liên quan)\b|^\W*(?:ayrıca oku|ilgili haber)
    ^\W*basahin din\b|^\W*(?:читайте также|читать далее|подробнее)\b
    اقرأ أيضا|ข่าวที่เกี่ยวข้อง|อ่านเพิ่มเติม|関連記事|続きを読む|関連ニュース|관련 ?기사|더 ?보기
    \b(?:suscríbe(?:te|se)|suscribirse a|inscreva-se|assine (?:a|o|nossa)|abonnez-vous)
    \b(?:inscrivez-vous|iscriviti|abbonati|abonnieren sie|jetzt abonnieren|abonneer u)
    \b(?:đăng ký nhận|abone ol|подписывайтесь|подписаться)
    \b(?:síguenos|siga-nos|suivez-nous|seguici|folgen sie uns|volg ons|theo dõi chúng tôi)
    \bbizi takip edin\b|تابعونا|اشترك|ติดตามเรา|メルマガ|フォローする|구독하기
    """,
    (
        r"^\W*",
        r"""
        (?:compart(?:e|ir|ilhe|ilhar)|partager|condividi|teilen|chia sẻ|paylaş|поделиться)\b.{0,60}$
        (?:publicidad|publicidade|publicité|pubblicità|anzeige|werbung|advertentie|реклама)\W*$
        (?:quảng cáo|広告|광고)\W*$
        (?:por|par|von|door|автор)\s*:?\s+\S+(?: \S+){1,3}(?:\s*[|·•,–-].{0,40})?$
        (?:foto|fuente|fonte|quelle|bron|nguồn|фото|источник|写真|出典|사진)\s*[:=／/].{0,80}$
        """,
    ),
)

OTHER_FOOTERS = formulas(
    r"""
    \btodos los derechos reservados|\btodos os direitos reservados|\btous droits réservés
    \btutti i diritti riservati|\balle rechte vorbehalten|\balle rechten voorbehouden
    \bbản quyền (?:thuộc|©)|\btüm hakları saklıdır|\bвсе права защищены|جميع الحقوق محفوظة
    สงวนลิขสิทธิ์|無断転載|無断複製|무단 ?전재|재배포 ?금지
    \bprohibida (?:su|la) reproducción|\breproducción (?:total|parcial)|\breproduction interdite
    \b(?:utilizamos|usamos|nous utilisons|wir verwenden|utilizziamo)\b.{0,30}\bcookies
    \b(?:wij gebruiken|используем|chúng tôi sử dụng)\b.{0,30}\bcookies?
    \b(?:política de privacidad|aviso legal|mentions légales|impressum|datenschutz)\b.{0,40}$
    """
)
