"""Where a sentence may go on to another claim, per language ("id" is Malay too).

A joint is a stretch between two clauses. `APART` sets whole clauses side by side, `ADDED` may also
join names or adjectives, `RELATIVE` opens a clause about what was just named, and stays with it.
"""

from __future__ import annotations

from claims.extraction.lexicon.wording import words

APART = {
    "en": (
        r"[;；]\s*(?:and |but |while )?"
        r"|,? (?:while|whereas|but(?! also))(?: at the same time)?,? "
    ),
    "id": (
        r"[;；]\s*(?:dan |sementara |sedangkan )?"
        r"|,? (?:sementara(?: itu)?|sedangkan|manakala|adapun|(?:namun|tetapi|tapi)(?! juga)),? "
    ),
    "zh": (
        r"[；;]|[，,](?:与此同时|同时|此外|另外|另有|然而|不过|但是?(?!愿)|而(?![且已是非]|不是))"
        r"[，,]?(?:也|则|还)?"
    ),
}
ADDED = {
    "en": r",? (?:and|as well as)(?: that)? (?:also |then )?",
    "id": r",? (?:dan|serta)(?: bahwa| bahawa)? (?:juga |kemudian )?",
    "zh": r"[，,](?:并且?|而且|且|以及)(?:还|也)?",
}
RELATIVE = {"en": r", (?=which )", "id": r", (?=yang )", "zh": r"[，,](?=其中)"}
COMMA = {"en": r", (?!and |or )", "id": r", (?!dan |atau |serta )", "zh": r"[，,]"}

LEVELS = {
    "en": words("reach(?:ed|es)|hit|stood at|stands at|totall?ed|came to|amounted to|now"),
    "id": words("mencapai|menjadi|menyentuh|mencecah|kini"),
    "zh": "达到?|至|到",
}
"""After "and" these restate the figure before: "rose 5 per cent and reached 3 million"."""

CONDITIONS = {
    "en": words("if|unless|whether|even if|should|assuming|had"),
    "id": words("jika|kalau|apabila|bila|seandainya|andai|sekiranya|asalkan"),
    "zh": "如果|若|假如|倘若|一旦|要是|只要|除非|即使|即便|无论|不管",
}
SUBORDINATE = {
    "en": words("after|before|when|as|because|since|although|though|once|until|while|with|by"),
    "id": words(
        "setelah|sesudah|selepas|sebelum|ketika|saat|karena|kerana|meski(?:pun)?|walau(?:pun)?"
        "|sejak|dengan|agar|supaya"
    ),
    "zh": "当|由于|因为?|虽然?|尽管|为了?|随着|自从|在.{2,12}后",
}
