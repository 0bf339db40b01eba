"""The lines by which mail clients introduce what somebody else wrote, in the languages they speak.

Terminology: an *attribution* says who wrote the quotation below ("On … X wrote:"); a *header block* is the From, Sent,
To, Subject list that Outlook puts there instead; a *banner* is a ruled line such as `-----Original Message-----`.
"""

import re

_LONGEST = 400  # code points of an attribution; anything longer is prose


def _any(*words: str) -> str:
    return "|".join(words)


# Verbs of writing, in the one form clients use.
_WROTE = re.compile(
    r"(?<!\w)(?:"
    + _any(
        *("wrote", "writes", "said", "escribió", "escribio", "ha escrito", "a écrit", "a ecrit", "écrivait", "schrieb"),
        *("geschrieben", "escreveu", "ha scritto", "scrive", "schreef", "heeft geschreven", "geschreven", "napisał"),
        *("napisała", r"napisał\(a\)", "pisze", "писал", "писала", "пишет", "написал", "написала", r"написал\(а\)"),
        *("yazdı", "şunları yazdı", "şunu yazdı", "yazmış", "كتب", "كتبت", "كتبه", "تمت كتابة ما يلي بواسطة", "ने लिखा"),
        *("skrev", "kirjoitti", "napsal", "написа", "έγραψε", "写道", "寫道", "viết", "menulis"),
    )
    + r")(?!\w)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[<(\[]?[^\s<>@()\[\]]{1,64}@[^\s<>@()\[\]]{1,255}")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.h٫]\d{2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:20\d\d|[٢۲][٠۰][٠-٩۰-۹]{2})(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2}(?!\d)")
# How an attribution begins when it does not begin with the person: a preposition or a weekday, then soon a digit.
_OPENER = re.compile(
    r"(?:on|el|le|am|em|il(?:\s+giorno)?|op|w\s+dniu|dnia|в|on\s+the|"
    r"في|بتاريخ|"
    r"(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|mi[eé]|jeu|jue|ven|vie|sam|s[aá]b|dim|dom|seg|ter|qua|qui|sex|"
    r"gio|ma|di|wo|do|vr|za|zo|pon|wt|śr|czw|pt|sob|niedz|пн|вт|ср|чт|пт|сб|вс|"
    r"सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि)\w*[.,]?)\s[^\d٠-٩]{0,40}[\d٠-٩]"
    r"|\d{1,4}[./-]\d",
    re.IGNORECASE,
)

_DATE_COMMA_NAME = re.compile(r"(?:\d{2}|[ap]\.?m\.?),\s(?:\S+\s){1,5}\S+\s?[:：]$", re.IGNORECASE)


def is_attribution(line: str, *, quote_follows: bool) -> bool:
    """Tell whether one (unwrapped) line ends in a colon and credits the text below to somebody.

    Without a visibly quoted line below, more is asked of it: a date besides the person, and an address
    or the exact form.
    """
    if len(line) > _LONGEST or not line.endswith((":", "：")):
        return False
    wrote, address = _WROTE.search(line), _ADDRESS.search(line)
    dated = _TIME.search(line) or _YEAR.search(line)
    if quote_follows:
        return bool(wrote or address or (dated and _OPENER.match(line)))
    if wrote and not address:
        return _OPENER.match(line) is not None and _DATE_COMMA_NAME.search(line) is not None
    return bool(dated and address and (wrote or line.endswith((">:", ">："))))


def opens_attribution(line: str) -> bool:
    """Tell whether a line looks like the first of an attribution wrapped over several."""
    if len(line) > _LONGEST:
        return False
    return _OPENER.match(line) is not None or ("@" in line and _TIME.search(line) is not None)


_FORWARDED = _any(
    *("forwarded message", "forwarded by [^-]*", "fwd", "mensaje reenviado", "message transféré", "message transmis"),
    *("message réexpédié", "weitergeleitete nachricht", "mensagem encaminhada", "mensagem reencaminhada"),
    *("iletilen ileti", "iletilmiş ileti", "yönlendirilmiş ileti", "yönlendirilen ileti", "iletilen mesaj"),
    *("رسالة معاد توجيهها", "رسالة تمت إعادة توجيهها", "رسالة محولة", "الرسالة المعاد توجيهها"),
    *("messaggio inoltrato", "doorgestuurd bericht", "wiadomość przekazana", "przekazana wiadomość"),
    *("treść przekazanej wiadomości", "пересылаемое сообщение", "пересланное сообщение", "перенаправленное сообщение"),
    *("अग्रेषित संदेश",),
)
_ORIGINAL = _any(
    *("original message", "original appointment", "original e-?mail", "mensaje original", "correo original"),
    *("message d['’]origine", "message original", "message initial", "ursprüngliche nachricht", "originalnachricht"),
    *("original-nachricht", "mensagem original", "orijinal mesaj", "orijinal ileti", "özgün ileti", "asıl ileti"),
    *("الرسالة الأصلية", "رسالة أصلية", "messaggio originale", "oorspronkelijk bericht", "wiadomość oryginalna"),
    *("oryginalna wiadomość", "wiadomość pierwotna", "исходное сообщение", "исходное письмо", "मूल संदेश"),
)
_APPLE_FORWARD = _any(
    *("begin forwarded message", "inicio del mensaje reenviado", "début du message (?:réexpédié|transféré)"),
    *("anfang der weitergeleiteten nachricht", "início da mensagem (?:re)?encaminhada", "inizio messaggio inoltrato"),
    *("begin doorgestuurd bericht", "iletilen ileti başlangıcı", "başlangıç iletilen ileti"),
    *("początek przekazywanej wiadomości", "начало переадресованного сообщения", "بدء الرسالة المعاد توجيهها"),
)
_FORWARD_BANNER = re.compile(
    rf"[-_*=~]{{2,}}\s?(?:{_FORWARDED})\s?:?\s?[-_*=~]{{2,}}|(?:{_APPLE_FORWARD})\s?:", re.IGNORECASE
)
_ORIGINAL_BANNER = re.compile(rf"[-_*=~]{{2,}}\s?(?:{_ORIGINAL})\s?:?\s?[-_*=~]{{2,}}", re.IGNORECASE)
_DATED_BANNER = re.compile(  # GroupWise: ">>> Name 8/31/2026 8:00 AM >>>"; Zoho: "---- On … wrote ----"
    r">>>\s[^>\n]{1,120}(?:<[^<>\n]{1,120}>)?[^>\n]{0,40}\d[^>\n]{0,40}>>>|-{3,}\s?[^\n]{0,200}\b20\d\d\b[^\n]{0,200}\s?-{3,}"
)
_RULE = re.compile(r"[_\-—–―═]{10,}")


def is_forward_banner(line: str) -> bool:
    """Tell whether a line announces a forwarded message."""
    return _FORWARD_BANNER.fullmatch(line) is not None


def is_original_banner(line: str) -> bool:
    """Tell whether a line announces the message that is answered."""
    return _ORIGINAL_BANNER.fullmatch(line) is not None or (
        len(line) <= _LONGEST and _DATED_BANNER.fullmatch(line) is not None
    )


def is_rule(line: str) -> bool:
    """Tell whether a line is nothing but a long stroke, as Outlook on the web draws it."""
    return _RULE.fullmatch(line) is not None


# The labels of a header block. `from` starts it, `subject` is always in it.
_LABELS = {
    "from": _any(
        *("from", "de", "von", "van", "da", "od", "от", "kimden", "gönderen", "من", "expéditeur", "remitente", "प्रेषक"),
        "mittente",
    ),
    "sent": _any(
        *("sent", "date", "enviado(?: el| em)?", "fecha", "envoyé", "gesendet", "datum", "enviada(?: em)?", "data"),
        *("gönderildi", "gönderme tarihi", "tarih", "تم الإرسال", "تاريخ الإرسال", "التاريخ", "inviato", "verzonden"),
        *("wysłano", "отправлено", "дата", "भेजा गया", "दिनांक"),
    ),
    "to": _any(*("to", "para", "à", "an", "aan", "a", "do", "кому", "kime", "alıcı", "إلى", "cc", "प्रति")),
    "subject": _any(
        *("subject", "asunto", "objet", "betreff", "assunto", "konu", "الموضوع", "oggetto", "onderwerp", "temat"),
        *("тема", "विषय"),
    ),
}
_LABEL = re.compile(
    r"[*_]{0,2}(?:" + "|".join(rf"(?P<{name}>{words})" for name, words in _LABELS.items()) + r")\s?[*_]{0,2}\s?[:：]",
    re.IGNORECASE,
)


def header_label(line: str) -> str | None:
    """Return which field a header-block line gives: from, sent, to or subject; None for any other line."""
    match = _LABEL.match(line)
    return match.lastgroup if match else None


_DEVICE = re.compile(
    r"(?:sent|enviado|enviada|envoyé|gesendet|inviato|verzonden|verstuurd|wysłan[eo]|отправлено|отправлен)\s"
    r"(?:from|via|with|using|desde|do|de|depuis|à partir|avec|von|vom|mit|da|dal|vanaf|vanuit|met|z|za|с|из|através)\b"
    r"[^.!?]{2,60}"
    r"|get outlook for (?:ios|android|mac)\b.{0,60}"
    r"|(?:obt[eé]n|obtener|obtenha|o) outlook (?:para|pour) .{2,60}|télécharger outlook pour .{2,60}"
    r"|von meinem .{2,40} gesendet|outlook für (?:ios|android) .{0,60}"
    r"|.{2,40}(?:['’](?:[dt]an|[dt]en|[uıüi]mdan|[uıüi]mden)|cihazımdan|telefonumdan)\s(?:gönderildi|yollandı)"
    r"|(?:أُ?رسلت?|تم الإرسال) من .{2,60}"
    r"|(?:sent|written) on the go.{0,30}|sent while mobile.{0,30}"
    r"|(?:please )?(?:excuse|pardon|forgive) (?:any |the |my )?(?:typos|brevity|errors).{0,60}",
    re.IGNORECASE,
)
_DEVICE_NAMES = re.compile(
    r"iphone|ipad|ios|android|samsung|galaxy|huawei|xiaomi|pixel|blackberry|mobile|móvil|celular|handy|telefon|phone"
    r"|smartphone|mail|outlook|thunderbird|tablet|device|dispositiv|appareil|gerät|cihaz|windows|الـ|هاتف|телефон|go\b"
    r"|typos|brevity|errors",
    re.IGNORECASE,
)


def is_device_line(line: str) -> bool:
    """Tell whether a line is the advertisement of a phone or mail program ("Sent from my iPhone")."""
    return len(line) <= 160 and _DEVICE.match(line) is not None and _DEVICE_NAMES.search(line) is not None


_DISCLAIMER = re.compile(
    r"\W{0,3}(?:"
    r"(?:e-?mail |legal |important )?(?:confidentiality|privacy|disclaimer)(?: notice| statement| note)?\s?[:.\-–*]"
    r"|(?:external|caution|warning)\b.{0,40}\b(?:e-?mail|message|sender)\b.{0,60}\boutside"
    r"|\[?external(?: e-?mail)?\]?$"
    r"|(?:this|the) (?:e-?mail|message|communication|transmission|information)\b.{0,120}?\b"
    r"(?:confidential|intended (?:only|solely)|privileged|originated (?:from )?outside|contained in this)"
    r"|(?:please )?(?:consider|think of) the environment before printing"
    r"|(?:este|esta) (?:mensaje|correo|mensagem|e-?mail)\b.{0,160}?\bconfidencia(?:l|is|les)"
    r"|(?:ce|cet) (?:message|courriel|e-?mail)\b.{0,160}?\bconfidentiel"
    r"|diese (?:e-?mail|nachricht)\b.{0,160}?\bvertraulich"
    r"|bu e-?posta\b.{0,160}?\bgizli|questo messaggio\b.{0,160}?\b(?:riservat|confidenzial)"
    r"|dit bericht\b.{0,160}?\bvertrouwelijk|ta wiadomość\b.{0,160}?\bpoufn"
    r"|это (?:сообщение|письмо)\b.{0,160}?конфиденц"
    r")",
    re.IGNORECASE,
)


def is_disclaimer(line: str) -> bool:
    """Tell whether a line begins a legal notice or a gateway's warning."""
    return _DISCLAIMER.match(line) is not None
