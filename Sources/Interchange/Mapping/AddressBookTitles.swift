/// The columns of Thunderbird's address book (en, en-GB, fr, es, de), and of the exports of CiviCRM and
/// LimeSurvey, whose headers are English.
enum AddressBookTitles {
  static let thunderbird = TitleTable([
    ("name given", "First Name|Prénom|Nombre|Vorname"),
    ("name family", "Last Name|Nom|Nom de famille|Apellidos"),
    ("name family", "Nachname"), ("name", "Display Name|Nom à afficher|Mostrar nombre|Anzeigename"),
    ("aliases", "Nickname|Surnom|Apodo|Spitzname"),
    ("emails", "Primary Email|Secondary Email|Première adresse électronique|Adresse électronique secondaire"),
    ("emails", "Seconde adresse électronique|Adresse électronique principale|Correo electrónico primario"),
    ("emails", "Correo electrónico secundario|Primäre E-Mail-Adresse|Sekundäre E-Mail-Adresse"),
    ("phones", "Work Phone|Home Phone|Mobile Number|Tél. professionnel|Tél. personnel|Portable"),
    ("phones", "Teléfono del trabajo|Teléfono de casa|Móvil|Tel. dienstlich|Tel. privat|Mobil-Tel.-Nr."),
    ("addresses street", "Work Address|Work Address 2|Adresse professionnelle|Dienstlich: Adresse"),
    ("addresses city", "Work City|Ville (professionnel)|Dienstlich: Ort"),
    ("addresses region", "Work State|Work County"),
    ("addresses postal", "Work ZipCode|Work Zip|Work Post Code"),
    ("addresses country", "Work Country|Pays (professionnel)|Dienstlich: Land"),
    ("addresses street 2", "Home Address|Home Address 2|Adresse personnelle|Privat: Adresse"),
    ("addresses city 2", "Home City|Privat: Ort"), ("addresses region 2", "Home State|Home County"),
    ("addresses postal 2", "Home ZipCode|Home Zip|Home Post Code"), ("addresses country 2", "Home Country"),
    ("affiliations organization", "Organization|Organisation|Société|Organización"),
    ("affiliations role", "Job Title|Fonction|Titre|Título|Arbeitstitel"),
    ("affiliations department", "Department|Service|Departamento|Abteilung"),
    ("links", "Web Page 1|Web Page 2|Site web 1|Site web 2|Página web 1|Webseite 1|Webseite 2"),
    ("notes titled", "Custom 1|Custom 2|Custom 3|Custom 4"), ("notes", "Notes|Notas|Notizen"),
    ("notes titled", "Fax Number|Pager Number"), ("", "Screen Name|Birth Year|Birth Month|Birth Day"),
  ])

  /// "Do Not Trade" is about handing data on. A phone or post that is refused has no place of its own.
  static let civicrm = TitleTable([
    ("kind", "Contact Type"), ("tags commas", "Contact Subtype|Group(s)|Groups|Tag(s)|Tags"),
    ("consents not mailing", "Do Not Email|No Bulk Emails (User Opt Out)"),
    ("consents not focal-point", "Do Not Trade"),
    ("notes titled", "Do Not Phone|Do Not Mail|Do Not Sms"),
    ("name given", "First Name"), ("name middle", "Middle Name"), ("name family", "Last Name"),
    ("name suffix", "Individual Suffix|Suffix"), ("name", "Display Name|Household Name"),
    ("aliases", "Nickname|Legal Name"), ("languages", "Preferred Language"),
    ("channels", "Preferred Communication Method"), ("source", "Contact Source|Source of Contact Data"),
    ("gender", "Gender|Gender ID"), ("affiliations role", "Job Title"),
    ("affiliations organization", "Current Employer|Organization Name"),
    ("addresses street", "Street Address|Supplemental Address #"), ("addresses city", "City"),
    ("addresses region", "State|State/Province"), ("addresses postal", "Postal Code"),
    ("addresses country", "Country"), ("emails", "Email"), ("phones", "Phone"), ("links", "Website"),
    ("notes", "Note|Notes|Note(s)"),
    (
      "",
      "Contact ID|Legal Identifier|External Identifier|Sort Name|Image Url|Image URL|Preferred Mail Format"
    ),
    (
      "", "Contact Hash|Individual Prefix|Prefix|Email Greeting|Postal Greeting|Addressee|Birth Date|Deceased"
    ),
    ("", "Sic Code|Unique ID (OpenID)|Current Employer ID|Contact Is Deleted|Created Date|Modified Date"),
  ])

  /// Of an audience: the subscribed, the unsubscribed and the cleaned have files of their own. The place by the
  /// network address (CC, REGION, LATITUDE) is nobody's postal address.
  static let mailchimp = TitleTable([
    ("emails", "Email Address"), ("name given", "First Name"), ("name family", "Last Name"),
    ("phones", "Phone Number|Phone"), ("addresses spaced", "Address"), ("notes", "NOTES"),
    ("tags commas", "TAGS"),
    ("consents not mailing", "UNSUB_TIME|CLEAN_TIME"),
    ("notes titled", "UNSUB_REASON|UNSUB_REASON_OTHER"),
    ("", "Birthday|MEMBER_RATING|OPTIN_TIME|OPTIN_IP|CONFIRM_TIME|CONFIRM_IP|LATITUDE|LONGITUDE|GMTOFF"),
    ("", "DSTOFF|TIMEZONE|CC|REGION|LAST_CHANGED|LEID|EUID|UNSUB_CAMPAIGN_TITLE|UNSUB_CAMPAIGN_ID"),
    ("", "CLEAN_CAMPAIGN_TITLE|CLEAN_CAMPAIGN_ID"),
  ])

  /// Of a list of participants, and of responses with their participants.
  static let limesurvey = TitleTable([
    ("name given", "firstname"), ("name family", "lastname"), ("emails", "email"),
    ("consents not mailing", "emailstatus"), ("do_not_contact", "blacklisted"),
    ("languages", "language|language code|startlanguage|startlanguage. Start language"),
    (
      "",
      "tid|id|id. Response ID|token|token. Access code|participant_id|validfrom|validuntil|invited|reminded"
    ),
    (
      "",
      "remindercount|completed|usesleft|submitdate|submitdate. Date submitted|lastpage|lastpage. Last page"
    ),
    ("", "seed|seed. Seed|startdate|datestamp|ipaddr|refurl|mpid"),
  ])
}
