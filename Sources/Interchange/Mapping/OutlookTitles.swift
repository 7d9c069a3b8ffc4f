/// The columns of Outlook's export, whose headers are in the language of the program: en, fr, es, ru, zh, ar.
enum OutlookTitles {
  /// What tells that a header is Outlook's, by language.
  static let signs = [
    "First Name|Last Name|E-mail Address", "First Name|Last Name|Company|Business Street",
    "Prénom|Nom|Adresse de messagerie", "Prénom|Nom|Adresse de courrier", "Prénom|Nom|Société|Ville (bureau)",
    "Nombre|Apellidos|Dirección de correo electrónico", "Nombre|Apellidos|Organización|Calle del trabajo",
    "Nombre|Apellidos|Ciudad de trabajo", "Имя|Фамилия|Адрес эл. почты", "Имя|Фамилия|Улица (раб. адрес)",
    "名|姓|电子邮件地址", "名|姓|商务地址 街道", "الاسم الأول|اسم العائلة|عنوان البريد الإلكتروني",
    "Vorname|Nachname|E-Mail-Typ",
    "Vorname|Nachname|Straße geschäftlich",
  ]

  static let table = TitleTable(person + work + contact + business + home + other + rest + german)

  private static let german: [(String, String)] = [
    ("name given", "Vorname"), ("name middle", "Weitere Vornamen"), ("name family", "Nachname"),
    ("affiliations organization", "Firma"), ("affiliations department", "Abteilung"),
    ("affiliations role", "Position"),
    ("addresses street", "Straße geschäftlich|Straße geschäftlich 2|Straße geschäftlich 3"),
    ("addresses box", "Postfach geschäftlich"), ("addresses city", "Ort geschäftlich"),
    ("addresses region", "Region geschäftlich|Bundesland/Kanton geschäftlich"),
    ("addresses postal", "Postleitzahl geschäftlich"), ("addresses country", "Land/Region geschäftlich"),
    ("addresses street 2", "Straße privat|Straße privat 2|Straße privat 3"),
    ("addresses box 2", "Postfach privat"),
    ("addresses city 2", "Ort privat"), ("addresses region 2", "Bundesland/Kanton privat|Region privat"),
    ("addresses postal 2", "Postleitzahl privat"), ("addresses country 2", "Land/Region privat"),
    ("addresses street 3", "Weitere Straße|Weitere Straße 2|Weitere Straße 3"),
    ("addresses box 3", "Weiteres Postfach"), ("addresses city 3", "Weiterer Ort"),
    ("addresses region 3", "Weitere/s Bundesland/Kanton|Weitere Region"),
    ("addresses postal 3", "Weitere Postleitzahl"), ("addresses country 3", "Weiteres/e Land/Region"),
    ("notes titled", "Fax geschäftlich|Fax privat|Weiteres Fax|Pager|Telex"),
    ("phones", "Telefon geschäftlich #|Telefon privat #|Mobiltelefon|Weiteres Telefon|Telefon Firma"),
    ("phones", "Haupttelefon|Rückmeldung|Autotelefon|Funktelefon"),
    ("emails", "E-Mail-Adresse|E-Mail #: Adresse"), ("gender", "Geschlecht"), ("tags", "Kategorien"),
    ("notes", "Notizen"), ("languages", "Sprache"), ("links", "Webseite|Private Webseite"),
    ("", "Anrede|E-Mail-Typ|E-Mail: Angezeigter Name|E-Mail #: Typ|E-Mail #: Angezeigter Name|Geburtstag"),
    ("", "Initialen|Privat|Priorität|Stichwörter|Vertraulichkeit|Name Assistent|Telefon Assistent|Beruf"),
    ("", "Abrechnungsinformation|Benutzer 1|Benutzer 2|Benutzer 3|Benutzer 4|Büro|Empfohlen von|Hobby"),
    ("", "Internet-Frei/Gebucht|Jahrestag|Kinder|Konto|Ort|Partner/in|Regierungs-Nr.|Reisekilometer"),
    ("", "Verzeichnisserver|Vorgesetzter|ISDN|Organisationsnr.|Telefon für Hörbehinderte"),
  ]

  private static let person: [(String, String)] = [
    ("name given", "First Name|Prénom|Nombre|Имя|名|الاسم الأول"),
    ("name middle", "Middle Name|Deuxième prénom|Segundo nombre|Отчество|中间名|الاسم الأوسط"),
    ("name family", "Last Name|Nom|Apellidos|Фамилия|姓|اسم العائلة"),
    ("name suffix", "Suffix|Suffixe|Sufijo|Суффикс|后缀|لاحقة"),
    ("", "Title|Titre|Tratamiento|Обращение|称谓|英文称谓|中文称谓|اللقب"),
    ("gender", "Gender|Sexe|Género|Пол|性别|الجنس"),
    ("languages", "Language|Langue|Idioma|Язык|语言|اللغة"),
    ("tags", "Categories|Catégories|Categorías|Категории|类别|الفئات"),
    ("notes", "Notes|Notas|Заметки|附注|ملاحظات"),
  ]

  private static let work: [(String, String)] = [
    ("affiliations organization", "Company|Société|Organización|Compañía|Организация|单位|公司|الشركة"),
    ("affiliations department", "Department|Service|Departamento|Отдел|部门|القسم"),
    ("affiliations role", "Job Title|Titre1|Fonction|Puesto|Cargo|Должность|职务|المسمى الوظيفي|اللقب المهني"),
  ]

  private static let contact: [(String, String)] = [
    ("emails", "E-mail Address|E-mail # Address|Adresse de messagerie #|Adresse de courrier #"),
    ("emails", "Adresse électronique #|Adresse e-mail #|Dirección de correo electrónico #"),
    ("emails", "Dirección del correo electrónico #|Адрес эл. почты|Адрес # эл. почты|电子邮件地址"),
    ("emails", "电子邮件 # 地址|عنوان البريد الإلكتروني #"),
    ("", "E-mail Type|E-mail # Type|E-mail Display Name|E-mail # Display Name|Type de messagerie #"),
    (
      "",
      "Nom complet de l'adresse de messagerie #|Tipo de correo electrónico #|Тип эл. почты|Тип # эл. почты"
    ),
    ("", "Nombre de pantalla de correo electrónico #|Краткое имя эл. почты|Краткое # имя эл. почты"),
    ("", "电子邮件类型|电子邮件 # 类型|电子邮件显示名称|电子邮件 # 显示名|نوع البريد الإلكتروني #"),
    ("phones", "Business Phone #|Mobile Phone|Primary Phone|Company Main Phone|Home Phone #|Other Phone"),
    ("phones", "Téléphone (bureau)|Téléphone # (bureau)|Tél. mobile|Téléphone principal|Téléphone société"),
    ("phones", "Téléphone (domicile)|Téléphone # (domicile)|Téléphone (autre)"),
    ("phones", "Teléfono del trabajo #|Teléfono móvil|Teléfono principal|Particular #|Otro teléfono|Móvil"),
    ("phones", "Рабочий телефон|Телефон раб. #|Телефон переносной|Основной телефон|Домашний телефон"),
    ("phones", "Телефон дом. #|Другой телефон|商务电话 #|移动电话|主要电话|单位主要电话|住宅电话 #|其他电话"),
    ("phones", "هاتف العمل #|الهاتف الجوال|الهاتف الأساسي|هاتف المنزل #|هاتف آخر|الهاتف الرئيسي للشركة"),
    ("links", "Web Page|Personal Web Page|Page Web|Página web|Веб-страница|网页|صفحة ويب"),
  ]

  private static let business: [(String, String)] = [
    ("addresses street", "Business Street #|Rue (bureau)|Rue (bureau) 2|Rue (bureau) 3|Calle del trabajo"),
    ("addresses street", "Business Street 2|Business Street 3|Calle del trabajo 2|Calle del trabajo 3"),
    ("addresses street", "Улица (раб. адрес)|Улица 2 (раб. адрес)|Улица 3 (раб. адрес)|商务地址 街道"),
    ("addresses street", "商务地址 街道 2|商务地址 街道 3|شارع العمل|شارع 2 للعمل|شارع 3 للعمل"),
    (
      "addresses box",
      "Business Address PO Box|B.P. professionnelle|Apartado postal de la dirección del trabajo"
    ),
    ("addresses box", "Почтовый ящик (раб. адрес)|商务地址 - 邮箱|صندوق بريد عنوان العمل"),
    ("addresses city", "Business City|Ville (bureau)|Ciudad de trabajo|Ciudad del trabajo"),
    ("addresses city", "Город (раб. адрес)|商务地址 市/县|مدينة العمل"),
    ("addresses region", "Business State|Dép/Région (bureau)|Provincia o estado de trabajo"),
    ("addresses region", "Область (раб. адрес)|商务地址 省/市/自治区|ولاية العمل"),
    ("addresses postal", "Business Postal Code|Code postal (bureau)|Código postal del trabajo"),
    ("addresses postal", "Индекс (раб. адрес)|商务地址 邮政编码|الرمز البريدي للعمل"),
    ("addresses country", "Business Country/Region|Business Country|Pays/Région (bureau)|Pays (bureau)"),
    ("addresses country", "País o región del trabajo|País del trabajo|Страна или регион (раб. адрес)"),
    ("addresses country", "Страна (раб. адрес)|商务地址 国家/地区|بلد العمل/المنطقة"),
  ]

  private static let home: [(String, String)] = [
    ("addresses street 2", "Home Street|Home Street 2|Home Street 3|Rue (domicile)|Rue (domicile) 2"),
    ("addresses street 2", "Rue (domicile) 3|Calle del domicilio|Улица (дом. адрес)|Улица 2 (дом. адрес)"),
    ("addresses street 2", "Улица 3 (дом. адрес)|住宅地址 街道|住宅地址 街道 2|شارع المنزل|شارع المنزل 2"),
    ("addresses city 2", "Home City|Ville (domicile)|Ciudad del domicilio|Город (дом. адрес)"),
    ("addresses city 2", "住宅地址 市/县|مدينة المنزل"),
    ("addresses region 2", "Home State|Dép/Région (domicile)|Provincia o estado del domicilio"),
    ("addresses region 2", "Область (дом. адрес)|住宅地址 省/市/自治区|ولاية المنزل"),
    ("addresses postal 2", "Home Postal Code|Code postal (domicile)|Código postal del domicilio"),
    ("addresses postal 2", "Почтовый код (дом.)|住宅地址 邮政编码|الرمز البريدي للمنزل"),
    ("addresses country 2", "Home Country/Region|Home Country|Pays/Région (domicile)|Pays (domicile)"),
    ("addresses country 2", "País o región del domicilio|Страна или регион (дом. адрес)|住宅地址 国家/地区"),
    ("addresses country 2", "البلد/المنطقة"),
  ]

  private static let other: [(String, String)] = [
    ("addresses street 3", "Other Street|Other Street 2|Rue (autre)|Otra calle|Улица (другой адрес)"),
    ("addresses street 3", "其他地址 街道|شارع آخر"),
    ("addresses city 3", "Other City|Ville (autre)|Otra ciudad|Город (другой адрес)|其他地址 市/县|مدينة أخرى"),
    ("addresses region 3", "Other State|Dép/Région (autre)|Otra provincia o estado|ولاية أخرى"),
    ("addresses region 3", "Область (другой адрес)|其他地址 省/市/自治区"),
    ("addresses postal 3", "Other Postal Code|Code postal (autre)|Otro código postal|رمز بريدي آخر"),
    ("addresses postal 3", "Индекс (другой адрес)|其他地址 邮政编码"),
    ("addresses country 3", "Other Country/Region|Other Country|Pays/Région (autre)|Pays (autre)"),
    ("addresses country 3", "Otro país o región|Страна или регион (другой адрес)|其他地址 国家/地区"),
    ("addresses country 3", "بلد آخر/المنطقة"),
  ]

  /// What Outlook knows of people and this program does not ask.
  private static let rest: [(String, String)] = [
    ("name reading-given", "Given Yomi"), ("name reading-family", "Surname Yomi"), ("aliases", "Nickname"),
    ("notes titled", "Business Fax|Home Fax|Other Fax|Pager|Telex|TTY/TDD Phone|IMAddress|Company Yomi"),
    ("phones", "Car Phone|Callback|Radio Phone"),
    ("", "Manager's Name|Assistant's Name|Assistant's Phone|Office Location|Schools"),
    ("", "Account|Compte|Birthday|Anniversaire|Anniversary|Initials|Initiales|Keywords|Mots clés|Location"),
    ("", "Priority|Priorité|Private|Privé|Sensitivity|Critère de diffusion|Profession|Hobby|Spouse|Children"),
    ("", "Prioridad|Profesión|Важность|Профессия|优先级|职业|敏感度|关键词|地点|الموقع|المهنة|الأولوية"),
  ]
}
