import Model

/// What people call columns in lists of their own, where `ColumnNames` does not say it: parts of a name, of an
/// address and of an affiliation, and what somebody allowed or refused. In the six languages of the United
/// Nations: en, fr, es, ru, zh, ar.
enum GeneralTitles {
  static let table = TitleTable(
    names + contact + work + consents + [
      ("tags", "Category|Categories|Group|Groups|Catégorie|Catégories|Groupes|Categorías|Grupos"),
      ("tags", "Категории|Группы|Метки|分组|群组|المجموعات|الفئات"),
      ("notes titled", "Fax|Fax number|Work fax|Home fax|Telefax|Télécopie|Télécopieur|Факс|传真|فاكس"),
      ("notes", "Note|Notes|Remarques|Notas|Observaciones|Примечания|Заметки|Комментарий|附注|ملاحظات"),
      ("languages", "Langue|Langues|Idioma|Idiomas|Язык|Языки|اللغة|اللغات|Preferred language"),
      ("gender", "Sexe|Genre|Sexo|Género|Пол|الجنس"),
      ("kind", "Contact type|Type de contact|Tipo de contacto|Тип контакта|联系人类型|نوع جهة الاتصال"),
      ("observer_since", "Observateur depuis|Observador desde|Наблюдатель с|مراقب منذ"),
      ("joined", "Date added|Created|Ajouté le|Fecha de alta|Дата добавления|添加日期|تاريخ الإضافة"),
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
      "Given name|First name|Forename|Prénom|Nombre de pila|Nombre|Nombres|Имя|名|الاسم الأول|الاسم الشخصي"
    ),
    (
      "name family",
      "Family name|Last name|Surname|Nom|Nom de famille|Apellido|Apellidos|Фамилия|姓|姓氏|اسم العائلة|الكنية"
    ),
    (
      "name middle",
      "Middle name|Additional name|Patronymic|Deuxième prénom|Segundo nombre|Отчество|中间名|الاسم الأوسط"
    ),
    ("name suffix", "Name suffix|Suffix|Suffixe|Sufijo|Суффикс|后缀|لاحقة"),
    ("name", "Display name|Nom complet|Nombre completo|Полное имя|ФИО|全名|الاسم الكامل|الاسم"),
    ("aliases", "Nickname|Also known as|Alias|Surnom|Apodo|Псевдоним|昵称|اللقب"),
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
    ("links", "Website work|Website home|Work website|Home page|Blog"),
    ("addresses street", "Work street|Work address"), ("addresses city", "Work city"),
    ("addresses postal", "Work zip|Work postal code"), ("addresses region", "Work state"),
    ("addresses country", "Work country"), ("addresses street 2", "Home street"),
    ("addresses city 2", "Home city"), ("addresses postal 2", "Home zip|Home postal code"),
    ("addresses region 2", "Home state"), ("addresses country 2", "Home country"),
    ("phones", "Мобильный|电话 #|手机 #|الهاتف #|هاتف|الجوال"),
    ("links", "Website #|Web page #|Site web|Sitio web|Página web|Веб-сайт|Сайт|网站 #|الموقع الإلكتروني"),
    ("addresses street", "Street|Street address|Rue|Calle|Улица|街道|الشارع"),
    ("addresses postal", "Postal code|Postcode|Zip|Zip code|Code postal|Código postal|Индекс|邮政编码|邮编"),
    ("addresses postal", "الرمز البريدي"),
    ("addresses region", "State|Province|State/Province|Région|Provincia|Область|省|المحافظة"),
    ("city", "Ville|Ciudad|Город|المدينة"), ("country", "Pays|País|Страна|البلد|الدولة"),
    ("addresses", "Adresse|Adresse postale|Dirección|Адрес|العنوان"),
  ]

  private static let work = [
    ("affiliations organization", "Company|Organization|Organisation|Institution|Employer|Current employer"),
    (
      "affiliations organization", "Société|Organisme|Organización|Institución|Empresa|Организация|Учреждение"
    ),
    ("affiliations organization", "公司|单位|机构|المنظمة|المؤسسة|الشركة|جهة العمل"),
    ("affiliations role", "Job title|Position|Function|Fonction|Poste|Cargo|Puesto|Должность|职务|职位|المنصب"),
    ("affiliations department", "Department|Service|Département|Departamento|Отдел|部门 名称|القسم"),
  ]

  /// An opt-out in a column whose name is not known would be lost: better too many names than too few.
  private static let consents = [
    (
      "consents register",
      "Public register|Register consent|Consent register|Consent to register|Publish|Registre public|Accord registre"
    ),
    ("consents register", "Registro público|Consentimiento registro|Публичный реестр|Согласие на публикацию"),
    ("consents register", "公开名册|同意公开|公共登记册|السجل العام|الموافقة على النشر"),
    (
      "consents mailing",
      "Mailing|Newsletter|Mailing consent|Consent mailing|Opt-in|Subscribed|Liste de diffusion|Infolettre|Boletín"
    ),
    ("consents mailing", "Рассылка|Согласие на рассылку|邮件列表|订阅|القائمة البريدية|النشرة الإخبارية"),
    (
      "consents not mailing",
      "Mailing opt-out|Opt-out|Opted out|Optout|Email opt-out|Do not email|Do not mail|No bulk emails|Unsubscribed"
    ),
    ("consents not mailing", "No bulk emails (user opt out)|Ne pas envoyer d’e-mails|Désabonné|Désinscrit"),
    ("consents not mailing", "No enviar correo|Baja|Отписан|Отказ от рассылки|退订|إلغاء الاشتراك"),
    ("consents focal-point", "Focal point|Share with focal point|Point focal|Punto focal|Координатор|联络点"),
    ("consents focal-point", "جهة التنسيق"),
    ("consents not focal-point", "Do not trade|Do not share"),
    (
      "do_not_contact", "Do not contact|No contact|Ne pas contacter|No contactar|Не беспокоить|Не связываться"
    ),
    ("do_not_contact", "Blacklisted|Blocklisted|请勿联系|勿扰|عدم الاتصال|لا تتصل"),
    ("do_not_contact not", "May contact|Contact allowed|Contact autorisé|Se puede contactar"),
    ("notes titled", "Do not phone|Do not sms|Ne pas téléphoner"),
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
