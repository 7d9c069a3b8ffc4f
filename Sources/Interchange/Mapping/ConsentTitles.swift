/// What columns are called in which people allowed or refused something, or an address was found to be dead, in lists of
/// people's own and in the exports of systems that write to many: HubSpot, Salesforce, Dynamics, Brevo, Constant Contact.
///
/// An opt-out in a column whose name is not known would be lost: better too many names than too few.
enum ConsentTitles {
  static let all = register + agreed + refused + focal + contact

  private static let register = [
    (
      "consents register",
      "Public register|Register consent|Consent register|Consent to register|Publish|Registre public|Accord registre"
    ),
    ("consents register", "Registro público|Consentimiento registro|Публичный реестр|Согласие на публикацию"),
    ("consents register", "公开名册|同意公开|公共登记册|السجل العام|الموافقة على النشر"),
  ]

  private static let agreed = [
    (
      "consents mailing",
      "Mailing|Newsletter|Newsletter ok|Mailing consent|Consent mailing|Opt-in|Subscribed|Liste de diffusion|Infolettre|Boletín"
    ),
    ("consents mailing", "Рассылка|Согласие на рассылку|邮件列表|订阅|القائمة البريدية|النشرة الإخبارية"),
    (
      "consents mailing",
      "Email opt-in|Email opted in|Opted in|Opt in to email|Email consent|Consent to email|Email permission"
    ),
    (
      "consents mailing",
      "Marketing consent|Marketing opt-in|Accepts marketing|Accepts email marketing|Newsletter subscription"
    ),
    (
      "consents mailing",
      "Newsletter subscriber|Newsletter opt-in|Receive newsletter|Receives newsletter|Wants newsletter|Subscriber"
    ),
    ("consents mailing", "Abonné|Abonnée|Suscrito|Suscrita|Подписан|Подписка|已订阅|مشترك"),
  ]

  private static let refused = [
    (
      "consents not mailing",
      "Mailing opt-out|Opt-out|Opted out|Optout|Email opt-out|Do not email|Do not mail|No bulk emails|Unsubscribed"
    ),
    ("consents not mailing", "No bulk emails (user opt out)|Ne pas envoyer d’e-mails|Désabonné|Désinscrit"),
    ("consents not mailing", "No enviar correo|Baja|Отписан|Отказ от рассылки|退订|إلغاء الاشتراك"),
    (
      "consents not mailing",
      "Has opted out of email|Opted out of email|Opted out of emails|Email opted out|Email opt out date|Opt-out date"
    ),
    (
      "consents not mailing",
      "Opted out date|Opt-out time|Unsubscribed from all email|Unsubscribed from all emails|Unsubscribe from all"
    ),
    (
      "consents not mailing",
      "Unsubscribe|Unsubscribed at|Unsubscribed on|Unsubscribed date|Date unsubscribed|Unsubscribe date|Unsub time"
    ),
    (
      "consents not mailing",
      "Global unsubscribe|Globally unsubscribed|Email unsubscribed|Clean time|Cleaned|Bounced|Bounce|Hard bounce"
    ),
    (
      "consents not mailing",
      "Hard bounced|Email bounced|Email bounced date|Bounce date|Email hard bounced|Suppressed|Email suppressed"
    ),
    (
      "consents not mailing",
      "Blacklist|Email blacklisted|Email blocklisted|Blocked|Spam complaint|Marked as spam|Complained|No newsletter"
    ),
    (
      "consents not mailing",
      "No email|No emails|No mailing|No mailings|Don’t email|Do not send email|Do not send emails|Do not bulk email"
    ),
    (
      "consents not mailing",
      "Do not allow emails|Do not allow bulk emails|Do not send newsletter|Bulk email opt-out|Marketing emails opt-out"
    ),
    // What stands there is a word: subscribed, unsubscribed, cleaned.
    (
      "consents not mailing",
      "Email status|Email permission status|Subscription status|Email subscription status|Mailing status|Subscriber status"
    ),
    (
      "consents not mailing",
      "Email marketing status|Newsletter status|Unsubscribe status|Opt-out status|Email list status"
    ),
    (
      "consents not mailing",
      "Désabonnée|Désinscrite|Désabonné le|Désinscription|Désabonnement|Date de désabonnement"
    ),
    (
      "consents not mailing",
      "Ne pas envoyer de courriel|Ne pas envoyer d’e-mail|Refus de courriels|Statut d’abonnement"
    ),
    (
      "consents not mailing",
      "Dado de baja|Fecha de baja|Cancelado|Rebotado|No enviar correos|Estado de suscripción"
    ),
    ("consents not mailing", "Отписка|Отписана|Дата отписки|Отписался|Не отправлять|Статус подписки"),
    ("consents not mailing", "已退订|取消订阅|退订日期|退信|拒收邮件|订阅状态|ألغى الاشتراك|ملغى الاشتراك|حالة الاشتراك"),
    ("consents not mailing", "Abgemeldet|Abgemeldet am|Abmeldung|Widerspruch|Kein Newsletter|配信停止|メール配信停止"),
    (
      "notes titled",
      "Unsubscribe reason|Opt-out reason|Bounce reason|Email hard bounce reason|Suppression reason"
    ),
    ("notes titled", "Email unsubscribe reason|Motif de désabonnement|Motivo de baja"),
  ]

  private static let focal = [
    ("consents focal-point", "Focal point|Share with focal point|Point focal|Punto focal|Координатор|联络点"),
    ("consents focal-point", "جهة التنسيق"),
    ("consents not focal-point", "Do not trade|Do not share"),
  ]

  private static let contact = [
    (
      "do_not_contact", "Do not contact|No contact|Ne pas contacter|No contactar|Не беспокоить|Не связываться"
    ),
    ("do_not_contact", "Blacklisted|Blocklisted|请勿联系|勿扰|عدم الاتصال|لا تتصل|Bitte nicht kontaktieren"),
    ("do_not_contact not", "May contact|Contact allowed|Contact autorisé|Se puede contactar"),
    ("notes titled", "Do not phone|Do not sms|Do not call|Ne pas téléphoner"),
  ]
}
