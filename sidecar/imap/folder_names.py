"""What mail programs and providers call their folders, in many languages; case does not matter."""

from sidecar.imap.account import Role


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in text.split(","))


NAMES = {
    Role.SENT: _names("""
    sent, sent items, sent mail, sent messages, sent-mail, outgoing, gesendet, gesendete elemente,
    gesendete objekte, gesendete nachrichten, envoyés, éléments envoyés, messages envoyés, envoyes,
    courrier envoyé, objets envoyés, enviados, elementos enviados, enviadas, mensajes enviados, correo enviado,
    itens enviados, mensagens enviadas, e-mails enviados, inviati, posta inviata, elementi inviati, inviata,
    verzonden, verzonden items, verzonden berichten, skickat, skickade objekt, skickade, sendt, sendte elementer,
    sendt post, lähetetyt, lähetetyt kohteet, wysłane, elementy wysłane, wysłana poczta, odeslané,
    odeslaná pošta, odoslané, odoslaná pošta, elküldött, elküldött elemek, elküldött üzenetek, trimise,
    elemente trimise, mesaje trimise, poslano, poslane stavke, poslato, изпратени, отправленные, отправлено,
    надіслані, надіслане, απεσταλμένα, gönderilmiş, gönderilmiş öğeler, gönderilenler, gönderilmiş postalar,
    gönderilen, البريد المرسل, المرسلة, المرسل, العناصر المرسلة, الرسائل المرسلة, نشانی‌های ارسالی, ارسال شده,
    ارسالی, פריטים שנשלחו, נשלח, דואר יוצא, भेजे गए, भेजा गया, भेजे गए आइटम, প্রেরিত, ส่งแล้ว, đã gửi,
    thư đã gửi, terkirim, item terkirim, 已发送, 已发送邮件, 已傳送, 寄件備份, 寄件备份, 送信済み,
    送信済みアイテム, 送信済みメール, 보낸편지함, 보낸 편지함, 보낸 메일함
    """),
    Role.JUNK: _names("""
    junk, junk e-mail, junk email, junk mail, spam, bulk, bulk mail, spamverdacht, unerwünscht,
    courrier indésirable, indésirables, pourriel, correo no deseado, no deseado, correio eletrônico indesejado,
    lixo eletrônico, lixo electrónico, posta indesiderata, indesiderata, ongewenste e-mail, ongewenst, skräppost,
    søppelpost, uønsket e-mail, uønsket post, roskaposti, wiadomości-śmieci, niechciane, nevyžádaná pošta,
    levélszemét, mesaje nedorite, neželjeno, нежелательная почта, спам, небажана пошта, ανεπιθύμητα,
    ανεπιθύμητη αλληλογραφία, istenmeyen, önemsiz, önemsiz e-posta, gereksiz e-posta, البريد غير الهام,
    البريد العشوائي, غير مرغوب فيه, هرزنامه, דואר זבל, ספאם, स्पैम, thư rác, spam mail, 垃圾邮件, 垃圾郵件,
    迷惑メール, 스팸메일함, 스팸
    """),
    Role.ARCHIVE: _names("""
    archive, archives, archiv, archivados, archivo, arquivo, arquivar, archivio, archief, arkiv, arkisto,
    archiwum, archív, archívum, arhivă, arhiva, архив, архів, αρχειοθήκη, arşiv, أرشيف, الأرشيف, بایگانی, ארכיון,
    संग्रह, 存档, 归档, 封存, アーカイブ, 보관함
    """),
    Role.ALL: _names("""
    all mail, alle nachrichten, tous les messages, todos, todos los correos, todos os e-mails, tutti i messaggi,
    alle berichten, tüm postalar, كل البريد, 所有邮件, すべてのメール
    """),
    Role.TRASH: _names("""
    trash, deleted, deleted items, deleted messages, bin, papierkorb, gelöschte elemente, gelöscht, corbeille,
    éléments supprimés, papelera, elementos eliminados, lixeira, itens excluídos, itens eliminados, cestino,
    posta eliminata, prullenbak, verwijderde items, papperskorgen, borttaget, papirkurv, roskakori, kosz,
    elementy usunięte, koš, kôš, kuka, törölt elemek, coș de gunoi, корзина, удаленные, кошик, видалені,
    κάδος απορριμμάτων, çöp kutusu, silinmiş öğeler, سلة المهملات, العناصر المحذوفة, زباله‌دان, אשפה,
    फ़ाइलें हटाएँ, 已删除邮件, 已删除, 垃圾桶, ゴミ箱, 휴지통
    """),
}  # fmt: skip

UNSENT = _names("""
    drafts, draft, entwürfe, brouillons, borradores, rascunhos, bozze, concepten, utkast, kladder, luonnokset,
    kopie robocze, koncepty, piszkozatok, ciorne, черновики, чернетки, πρόχειρα, taslaklar, المسودات, مسودات,
    پیش‌نویس‌ها, טיוטות, ड्राफ़्ट, 草稿, 草稿箱, 下書き, 임시보관함, outbox, templates, postausgang
""")
