import Model

/// What people call columns in lists of their own, where `ColumnNames` does not say it: parts of a name, of an
/// address and of an affiliation, and what somebody allowed or refused. In the six languages of the United
/// Nations (en, fr, es, ru, zh, ar), and what lists in German and Japanese begin with.
enum GeneralTitles {
  static let table = TitleTable(
    names + contact + places + work + ConsentTitles.all + german + japanese + [
      ("tags", "Category|Categories|Group|Groups|Catégorie|Catégories|Groupes|Categorías|Grupos"),
      ("tags", "Категории|Группы|Метки|分组|群组|المجموعات|الفئات"),
      ("notes titled", "Fax|Fax number|Work fax|Home fax|Telefax|Télécopie|Télécopieur|Факс|传真|فاكس"),
      ("notes", "Note|Notes|Remarques|Notas|Observaciones|Примечания|Заметки|Комментарий|附注|ملاحظات"),
      ("languages", "Lang|Langs|Langue|Langues|Idioma|Idiomas|Язык|Языки|اللغة|اللغات|Preferred language"),
      ("gender", "Sexe|Genre|Sexo|Género|Пол|الجنس"),
      ("roles", "Contributor or user|Contributor or end-user"),
      ("kind", "Contact type|Type de contact|Tipo de contacto|Тип контакта|联系人类型|نوع جهة الاتصال"),
      ("observer_since", "Observateur depuis|Observador desde|Наблюдатель с|مراقب منذ"),
      (
        "joined",
        "First contact|Date of first contact|Date added|Created|Ajouté le|Fecha de alta|Дата добавления|添加日期|تاريخ الإضافة"
      ),
      (
        "register_fields", "Register fields|Public fields|Champs du registre|Campos del registro|Поля реестра"
      ),
      ("register_fields", "名册字段|حقول السجل"),
      ("orcid", "ORCID iD"), ("ror", "ROR id"),
      (
        "",
        "Photo|Picture|Image Url|Birthday|Birth date|Date of birth|Anniversaire|Cumpleaños|День рождения|生日"
      ),
    ])

  private static let names = [
    (
      "name given",
      "Given name|Given names|First name|First names|Forename|Forenames|Prénom|Nombre de pila|Nombre|Nombres|Имя|名|الاسم الأول|الاسم الشخصي"
    ),
    (
      "name family",
      "Family name|Family names|Last name|Surname|Nom|Nom de famille|Apellido|Apellidos|Фамилия|姓|姓氏|اسم العائلة|الكنية"
    ),
    (
      "name middle",
      "Middle name|Middle names|Middle initial|Additional name|Patronymic|Deuxième prénom|Segundo nombre|Отчество|中间名|الاسم الأوسط"
    ),
    ("name suffix", "Name suffix|Suffix|Suffixe|Sufijo|Суффикс|后缀|لاحقة"),
    (
      "name",
      "Contact person|Contact name|Display name|Nom complet|Nombre completo|Полное имя|ФИО|全名|الاسم الكامل|الاسم"
    ),
    ("aliases", "Nickname|Preferred name|Also known as|Alias|Surnom|Apodo|Псевдоним|昵称|اللقب"),
    ("sort_name", "File as|Sort name"),
  ]

  private static let contact = [
    ("emails", "E-mail #|Email #|E-mail address #|Courriel #|Adresse électronique #|Adresse e-mail #"),
    ("emails", "Correo #|Correo electrónico #|Электронная почта #|Эл. почта #|电子邮件 #|البريد الإلكتروني #"),
    ("phones", "Phone #|Telephone #|Mobile #|Mobile phone #|Téléphone #|Portable|Teléfono #|Móvil|Телефон #"),
    (
      "phones",
      "Home mobile|Work mobile|Mobile work|Mobile home|Home phone|Work phone|Office phone|Phone work"
    ),
    ("phones", "Phone home|Phone mobile|Cell phone|Cell|Mobile number #"),
    (
      "emails",
      "Primary email|Secondary email|Email home|Email work|Home email|Work email|Personal email|Email other|Business email"
    ),
    ("phones", "Mobile phone number|Business phone|Direct phone|Phone number #|Telephone number #"),
    ("emails", "Contact email|Organisation email|Organization email|Company email|Email contact"),
    ("links", "Website URL|Website address|Web address|Company website"),
    ("links", "Website work|Website home|Work website|Home page|Blog"),
    ("addresses street", "Work street|Work address|Work address 1|Work address 2|Business street"),
    ("addresses postal", "Work ZIP/Postal Code"), ("addresses region", "Work State/Province"),
    ("addresses street", "Business address"), ("addresses city", "Business city"),
    ("addresses country", "Business country"), ("addresses postal", "Business postal code"),
    ("addresses city", "Work city"),
    ("addresses postal", "Work zip|Work postal code"), ("addresses region", "Work state"),
    ("addresses country", "Work country"), ("addresses street 2", "Home street"),
    ("addresses city 2", "Home city"), ("addresses postal 2", "Home zip|Home postal code"),
    ("addresses region 2", "Home state"), ("addresses country 2", "Home country"),
    ("phones", "Мобильный|电话 #|手机 #|الهاتف #|هاتف|الجوال"),
    ("links", "Website #|Web page #|Site web|Sitio web|Página web|Веб-сайт|Сайт|网站 #|الموقع الإلكتروني"),
  ]

  private static let german = [
    ("name given", "Vorname|Vornamen|Rufname"), ("name family", "Nachname|Familienname|Zuname"),
    ("name", "Vor- und Nachname|Vollständiger Name|Anzeigename|Ansprechpartner|Ansprechperson"),
    ("emails", "E-Mail-Adresse #|Mailadresse|Mail-Adresse|E-Mail geschäftlich|E-Mail privat"),
    ("phones", "Telefon #|Telefonnummer #|Tel.-Nr.|Telefon geschäftlich|Telefon privat|Handy|Handynummer"),
    ("phones", "Mobil|Mobiltelefon|Mobilnummer|Mobilfunk"),
    ("affiliations organization", "Firma|Firmenname|Unternehmen|Einrichtung|Behörde|Verein|Arbeitgeber"),
    ("affiliations role", "Funktion|Stellung|Berufsbezeichnung|Amt"),
    ("affiliations department", "Abteilung|Referat"), ("links", "Webseite|Internetseite|Internet"),
    ("notes", "Bemerkung|Bemerkungen|Anmerkung|Anmerkungen|Notiz|Notizen"), ("languages", "Sprache|Sprachen"),
    ("notes titled", "Faxnummer|Telefax-Nr."), ("country", "Staat/Land"),
  ]

  private static let japanese = [
    ("name", "氏名|お名前|名前|フルネーム|担当者|担当者名"), ("name family", "姓（漢字）|苗字|名字（姓）"),
    ("name given", "名（漢字）"),
    ("emails", "メール #|メールアドレス #|Eメール #|Eメールアドレス|電子メール|E-mailアドレス"),
    ("phones", "電話 #|電話番号 #|携帯 #|携帯電話 #|携帯番号|携帯電話番号|TEL"), ("notes titled", "FAX番号|ファックス|ファクス"),
    ("affiliations organization", "会社|会社名|勤務先|所属|所属先|所属機関|団体|団体名|組織名|法人名"),
    ("affiliations role", "役職|肩書|肩書き|役職名"), ("affiliations department", "部署|部署名|部課"),
    ("country", "国|国名"), ("addresses postal", "郵便番号"), ("addresses region", "都道府県"),
    ("city", "市区町村|市町村"), ("addresses street", "番地|町名・番地|丁目・番地|建物名"), ("addresses", "住所|所在地|ご住所"),
    ("links", "ホームページ|ウェブサイト|サイト"), ("notes", "メモ|特記事項"),
  ]

  /// What belongs to an address where its street stands right beside it: elsewhere a number counts the rows.
  static let besideStreets = TitleTable([
    ("addresses house", "Número|Núm.|Nº|No.|Nr.|Num|Numéro|Number|Número exterior|号|號|番号"),
    (
      "addresses street",
      "Piso|Puerta|Planta|Escalera|Portal|Depto.|Departamento|Número interior|Étage|Floor|Unit"
    ),
    ("addresses street", "Stock|Etage|Stiege|Этаж|Квартира|Кв.|区|區|县|楼|室|الطابق|الشقة"),
  ])

  /// Lines of an address have numbers, and are lines of one address: see `ColumnMapping`.
  private static let places = [
    (
      "addresses street",
      "Street #|Street address #|Street line #|Street address line #|Street name|Address line #"
    ),
    (
      "addresses street",
      "Mailing street|Mailing address line #|Address continued|Additional address|Address 1|Address 2"
    ),
    (
      "addresses street",
      "Address 3|Address 4|Suite|Apartment|Building|Rue|Voie|Numéro et voie|N° et rue|Lieu-dit"
    ),
    (
      "addresses street",
      "Adresse ligne #|Ligne d’adresse #|Adresse 1|Adresse 2|Adresse 3|Adresse (suite)|Bâtiment"
    ),
    (
      "addresses street",
      "Complément d’adresse #|Complément adresse|Complément de l’adresse|Calle|Calle y número"
    ),
    (
      "addresses street",
      "Domicilio|Dirección 1|Dirección 2|Línea de dirección #|Complemento|Complemento de dirección"
    ),
    (
      "addresses street",
      "Colonia|Barrio|Straße #|Straße und Hausnummer|Straße/Nr.|Str.|Adresszusatz #|Anschriftenzusatz"
    ),
    (
      "addresses street",
      "Adresszeile #|Anschrift 1|Anschrift 2|Улица|Улица, дом|Адрес 1|Адрес 2|Строка адреса #"
    ),
    (
      "addresses street", "Адресная строка #|Дополнение к адресу|Дополнительный адрес|Корпус|街道|街道地址|详细地址|地址1"
    ),
    (
      "addresses street",
      "地址2|地址行#|区县|الشارع|اسم الشارع|سطر العنوان #|العنوان 1|العنوان 2|تكملة العنوان|الحي|المبنى"
    ),
    ("addresses house", "House number|House no.|Hausnummer|Hausnr.|Номер дома|Дом|门牌号|رقم المبنى"),
    (
      "addresses box",
      "PO box|Post office box|Postfach|Boîte postale|BP|Apartado|Apartado postal|А/я|Абонентский ящик"
    ),
    ("addresses box", "邮政信箱|صندوق البريد|ص.ب"),
    (
      "addresses postal",
      "Postal code|Postcode|Post code|Zip|Zip code|Zip/Postal code|Zip or postal code|Mailing zip|Mailing Zip/Postal Code"
    ),
    (
      "addresses postal",
      "Mailing postal code|Code postal|CP|Código postal|PLZ|Postleitzahl|Индекс|Почтовый индекс"
    ),
    ("addresses postal", "邮政编码|邮编|邮递区号|الرمز البريدي"),
    (
      "addresses region",
      "State|Province|State/Province|Mailing State/Province|State or province|State/Region|Region|County|Mailing state"
    ),
    (
      "addresses region",
      "Région|Bundesland|Kanton|Provincia|Estado|Comunidad autónoma|Область|Край|Регион|Область/край"
    ),
    ("addresses region", "省|省份|省/自治区|省市|المحافظة|الولاية|المنطقة|المقاطعة"),
    (
      "city",
      "Ville|Localité|Commune|Ciudad|Localidad|Población|Municipio|Ort|Stadt|Wohnort|Город|Населённый пункт"
    ),
    ("city", "City/Town|Town/City|Mailing city|市|المدينة|البلدة"),
    ("country", "Pays|País|Land|Staat|Страна|Country/Region|Mailing country|Pays/Région|País/Región|国家/地区"),
    ("country", "Country of residence|Pays de résidence|País de residencia|البلد|الدولة|البلد/المنطقة"),
    ("addresses", "Adresse|Adresse postale|Anschrift|Dirección|Адрес|Почтовый адрес|العنوان"),
  ]

  private static let work = [
    ("affiliations organization", "Company|Organization|Organisation|Institution|Employer|Current employer"),
    (
      "affiliations organization",
      "Organization name|Organisation name|Company name|Account name|Institution name|Employer name"
    ),
    (
      "affiliations organization",
      "Name of organization|Name of organisation|Name of institution|Organization/Affiliation"
    ),
    ("affiliations organization", "Organization/Institution|Institution/Organization|Company/Organization"),
    ("affiliations organization", "Nom de l’organisation|Nombre de la organización|Название организации"),
    ("affiliations organization", "机构名称|单位名称|组织|工作单位|所属机构|所属单位"),
    ("affiliations or-country", "Country/Organization|Country/Organisation|Country or organization"),
    ("affiliations or-country", "Pays/Organisation|País/Organización"),
    ("affiliations role", "Functional title|Position/Title|Title/Position|Title/Function|Function/Title"),
    ("affiliations role", "Professional title|Designation|Job function|Position title|Cargo/Puesto"),
    (
      "affiliations organization", "Société|Organisme|Organización|Institución|Empresa|Организация|Учреждение"
    ),
    ("affiliations organization", "公司|单位|机构|المنظمة|المؤسسة|الشركة|جهة العمل"),
    ("affiliations role", "Job title|Position|Function|Fonction|Poste|Cargo|Puesto|Должность|职务|职位|المنصب"),
    ("affiliations department", "Department|Service|Département|Departamento|Отдел|部门 名称|القسم"),
  ]
}

extension GeneralTitles {
  /// Whether a label of a number says that nobody is called there.
  static func isFax(_ label: String) -> Bool {
    let key = ColumnNames.key(label)
    return ["fax", "telecop", "pager", "факс", "传真", "傳真", "فاكس", "ناسوخ"].map(ColumnNames.key).contains {
      key.contains($0)
    }
  }

  /// The fields that a label of a custom field may mean: nothing that would make of the row another record.
  static let customFields = [
    "consents", "do_not_contact", "gender", "languages", "kind", "roles", "orcid", "joined", "tags",
    "country",
    "notes", "register_fields",
  ]

  static func custom(_ label: String) -> ColumnTarget? {
    let target =
      table[label] ?? ColumnGuess<Stakeholder>(header: [label]).columns[0].field.map { ColumnTarget($0) }
    return target.flatMap { customFields.contains($0.field) ? $0 : nil }
  }
}
