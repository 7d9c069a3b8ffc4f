import Interchange
import Model
import Testing

/// Files as other programs write them; the people are invented.
@Suite struct MappingPresetTests {
  @Test func `Google Contacts, new generation`() throws {
    let file = try MappedFile(
      """
      First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,\
      Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,\
      Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,\
      Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,\
      Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,\
      Address 1 - Extended Address,Website 1 - Label,Website 1 - Value,Custom Field 1 - Label,\
      Custom Field 1 - Value
      Thandiwe,Grace,Banda,,,,Dr,,Thandi,,Miombo Woodland Trust,Director,Research,,Met in Bonn,,\
      * myContacts ::: Forests ::: Observers,* Work,thandiwe@miombo.example ::: t.banda@post.example,Home,\
      thandi@home.example,Mobile,+000 11 555 0101 ::: +000 11 555 0102,Work,,1 Example Road,Lusaka,Box 7,,10101,\
      Zambia,,Profile,https://miombo.example/,Public register ::: Shoe size,"yes, 2015-03-02 ::: 38"
      承宇,,周,Chengyu,,Zhou,,,,,,,,,,,* myContacts,* ,c.zhou@post.example,,,,,,,,,,,,,,,,,
      ,,,,,,,,,,Baikal Citizen Limnologists,,,,,,* myContacts,* Work,office@baikal.example,,,,,,,,,,,,,,,,,
      """)
    #expect(file.mapping.preset == .google)
    #expect(file.target("E-mail 1 - Label") == "")
    #expect(file.target("Name Prefix") == "")
    #expect(file.target("Address 1 - Extended Address") == "addresses street")
    #expect(file[0, "name"] == "Banda, Thandiwe Grace")
    #expect(file[0, "aliases"] == "Thandi")
    #expect(file[0, "emails"] == "thandiwe@miombo.example; t.banda@post.example; thandi@home.example")
    #expect(file[0, "phones"] == "+000 11 555 0101; +000 11 555 0102")
    #expect(file[0, "addresses"] == "1 Example Road, Box 7, 10101 Lusaka, Zambia")
    #expect(file[0, "country"] == "ZM")
    #expect(file[0, "city"] == "Lusaka")
    #expect(file[0, "affiliations"] == "Miombo Woodland Trust | Director, Research")
    #expect(file[0, "tags"] == "Forests; Observers")
    #expect(file[0, "consents"] == "register | yes |  |  |  | 2015-03-02 | Public register")
    #expect(file[0, "notes"] == "Met in Bonn; Shoe size: 38")
    #expect(file[1, "name"] == "Zhou Chengyu")
    #expect(file[1, "native_name"] == "周承宇")
    #expect(file[1, "family_first"] == "yes")
    #expect(file[2, "name"] == "Baikal Citizen Limnologists")
    #expect(file[2, "kind"] == "organization")
    #expect(file.rows[2]["affiliations"] == nil)
    #expect(file.records.allSatisfy { $0 != nil })
    #expect(file.records[0]?.allows(.register) == true)
  }

  @Test func `Google Contacts, old generation`() throws {
    let file = try MappedFile(
      """
      Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,\
      Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,\
      Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,\
      Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Address 1 - Type,Address 1 - Formatted,\
      Address 1 - Street,Address 1 - City,Address 1 - Country,Organization 1 - Type,Organization 1 - Name,\
      Organization 1 - Yomi Name,Organization 1 - Title,Organization 2 - Name,Organization 2 - Title
      José Ramón Quispe Mamani,José Ramón,,Quispe Mamani,,,,,,,,,,,,Male,,,,,,,,,,,Spanish,,\
      Andes ::: * myContacts,* Home ::: Work,jose@altiplano.example ::: jr@quinua.example,Home,\
      "Calle Ejemplo 3
      La Paz
      Bolivia",,,,,Red del Altiplano,,Coordinador,Universidad de Ejemplo,Profesor
      """)
    #expect(file.mapping.preset == .googleOld)
    #expect(file[0, "name"] == "Quispe Mamani, José Ramón")
    #expect(file[0, "emails"] == "jose@altiplano.example; jr@quinua.example")
    #expect(file[0, "gender"] == "male")
    #expect(file[0, "languages"] == "es")
    #expect(file[0, "tags"] == "Andes")
    #expect(file[0, "addresses"] == "Calle Ejemplo 3, La Paz, Bolivia")
    #expect(
      file[0, "affiliations"] == "Red del Altiplano | Coordinador; Universidad de Ejemplo | Profesor")
    #expect(file.records[0] != nil)
  }

  @Test(
    arguments: [
      (
        "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,"
          + "Business Postal Code,Business Country/Region,Business Phone,Mobile Phone,E-mail Address,E-mail Type,"
          + "E-mail 2 Address,Gender,Language,Categories,Web Page", "France"
      ),
      (
        "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Rue (bureau),Ville (bureau),"
          + "Code postal (bureau),Pays/Région (bureau),Téléphone (bureau),Tél. mobile,Adresse de messagerie,"
          + "Type de messagerie,Adresse de messagerie 2,Sexe,Langue,Catégories,Page Web", "France"
      ),
      (
        "Tratamiento,Nombre,Segundo nombre,Apellidos,Sufijo,Organización,Departamento,Puesto,Calle del trabajo,"
          + "Ciudad de trabajo,Código postal del trabajo,País o región del trabajo,Teléfono del trabajo,"
          + "Teléfono móvil,Dirección de correo electrónico,Tipo de correo electrónico,"
          + "Dirección de correo electrónico 2,Género,Idioma,Categorías,Página web", "Francia"
      ),
      (
        "Обращение,Имя,Отчество,Фамилия,Суффикс,Организация,Отдел,Должность,Улица (раб. адрес),"
          + "Город (раб. адрес),Индекс (раб. адрес),Страна или регион (раб. адрес),Рабочий телефон,"
          + "Телефон переносной,Адрес эл. почты,Тип эл. почты,Адрес 2 эл. почты,Пол,Язык,Категории,Веб-страница",
        "Франция"
      ),
      (
        "称谓,名,中间名,姓,后缀,单位,部门,职务,商务地址 街道,商务地址 市/县,商务地址 邮政编码,商务地址 国家/地区,"
          + "商务电话,移动电话,电子邮件地址,电子邮件类型,电子邮件 2 地址,性别,语言,类别,网页", "法国"
      ),
      (
        "اللقب,الاسم الأول,الاسم الأوسط,اسم العائلة,لاحقة,الشركة,القسم,اللقب المهني,شارع العمل,مدينة العمل,"
          + "الرمز البريدي للعمل,بلد العمل/المنطقة,هاتف العمل,الهاتف الجوال,عنوان البريد الإلكتروني,"
          + "نوع البريد الإلكتروني,عنوان البريد الإلكتروني 2,الجنس,اللغة,الفئات,صفحة ويب", "فرنسا"
      ),
    ])
  func `Outlook in six languages`(header: String, country: String) throws {
    let file = try MappedFile(
      header
        + "\nMme,Élodie,Anne,Lefèvre,,Réseau des tourbières,Étang,Directrice,3 rue de l’Exemple,Rennes,35000,"
        + "\(country),+000 33 555 0001,+000 33 555 0002,elodie@tourbieres.example,SMTP,e@post.example,,fr,Étangs,"
        + "https://tourbieres.example/\n")
    #expect(file.mapping.preset == .outlook)
    #expect(file[0, "name"] == "Lefèvre, Élodie Anne")
    #expect(file[0, "affiliations"] == "Réseau des tourbières | Directrice, Étang")
    #expect(file[0, "addresses"] == "3 rue de l’Exemple, 35000 Rennes, \(country)")
    #expect(file[0, "country"] == "FR")
    #expect(file[0, "city"] == "Rennes")
    #expect(file[0, "emails"] == "elodie@tourbieres.example; e@post.example")
    #expect(file[0, "phones"] == "+000 33 555 0001; +000 33 555 0002")
    #expect(file[0, "languages"] == "fr")
    #expect(file[0, "tags"] == "Étangs")
    #expect(file[0, "links"] == "https://tourbieres.example/")
    #expect(file.records[0] != nil)
  }

  @Test func `Outlook writes addresses of its own server and no date as zeros`() throws {
    let file = try MappedFile(
      """
      First Name,Last Name,Company,Business Street,E-mail Address,E-mail Type,Joined,Gender
      Ana,Prado,,,/o=ExchangeLabs/ou=Group/cn=Recipients/cn=ana,EX,0/0/00,Unspecified
      """)
    #expect(file.rows[0]["emails"] == nil)
    #expect(file.rows[0]["joined"] == nil)
    #expect(file[0, "gender"] == "")
    #expect(file.records[0] != nil)
  }

  @Test func thunderbird() throws {
    let file = try MappedFile(
      """
      First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,\
      Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,\
      Home Country,Work Address,Work Address 2,Work City,Work State,Work ZipCode,Work Country,Job Title,Department,\
      Organization,Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,Custom 2,Custom 3,Custom 4,Notes,
      Anita,Thapa,Anita Thapa,,anita@terrai.example,a@home.example,,+000 77 555 01,,,,+000 77 555 02,,,,,,,\
      Example Marg 4,,Kathmandu,,44600,Nepal,Botanist,,Terai Herbarium,https://terai.example,,1970,1,1,blue,,,,,
      ,,Kisangani Herbarium,,office@kisangani.example,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
      """)
    #expect(file.mapping.preset == .thunderbird)
    #expect(file[0, "name"] == "Thapa, Anita")
    #expect(file[0, "emails"] == "anita@terrai.example; a@home.example")
    #expect(file[0, "country"] == "NP")
    #expect(file[0, "affiliations"] == "Terai Herbarium | Botanist")
    #expect(file[0, "notes"] == "Custom 1: blue")
    #expect(file[1, "name"] == "Kisangani Herbarium")
  }

  @Test func `CiviCRM, with everything that people refused`() throws {
    let file = try MappedFile(
      """
      "Contact ID","Contact Type","Contact Subtype","Do Not Email","Do Not Phone","Do Not Mail","Do Not Sms",\
      "Do Not Trade","No Bulk Emails (User Opt Out)","Sort Name","Display Name","Nickname","Legal Name",\
      "Preferred Communication Method","Preferred Language","Contact Source","First Name","Middle Name",\
      "Last Name","Job Title","Gender","Current Employer","Organization Name","Street Address","City",\
      "Postal Code","Country","Phone","Email"
      "7","Individual","","No","Yes","No","No","Yes","Yes","Okafor, Ngozi","Dr. Ngozi Okafor","","","Email",\
      "English (United States)","Workshop 2014","Ngozi","","Okafor","Ecologist","Female","Delta Mangrove Watch","",\
      "2 Example St","Port Harcourt","500001","Nigeria","+000 22 555 0001","ngozi@delta.example"
      "8","Organization","","1","0","0","0","0","0","Delta Mangrove Watch","Delta Mangrove Watch","","DMW Ltd","",\
      "fr_FR","","","","","","","","Delta Mangrove Watch","","","","Nigeria","","office@delta.example"
      """)
    #expect(file.mapping.preset == .civicrm)
    #expect(file[0, "name"] == "Okafor, Ngozi")
    #expect(file[0, "kind"] == "individual")
    #expect(file[0, "gender"] == "female")
    #expect(file[0, "channels"] == "email")
    #expect(file[0, "languages"] == "en")
    #expect(file[0, "affiliations"] == "Delta Mangrove Watch | Ecologist")
    #expect(file[0, "notes"] == "Do Not Phone: Yes")
    let ngozi = try #require(file.records[0])
    #expect(!ngozi.allows(.mailing))
    #expect(ngozi.consent(to: .mailing)?.evidence == "No Bulk Emails (User Opt Out)")
    #expect(ngozi.consent(to: .focalPoint)?.answer == .no)
    #expect(ngozi.consent(to: .register) == nil)
    #expect(file[1, "name"] == "Delta Mangrove Watch")
    #expect(file[1, "kind"] == "organization")
    #expect(file[1, "country"] == "NG")
    #expect(file[1, "languages"] == "fr-FR")
    #expect(file.records[1]?.consent(to: .mailing)?.answer == .no)
    #expect(file.rows[1]["affiliations"] == nil)
  }

  @Test func `LimeSurvey participants`() throws {
    let file = try MappedFile(
      """
      tid,firstname,lastname,email,emailstatus,token,language,validfrom,validuntil,invited,reminded,\
      remindercount,completed,usesleft, attribute_1 <Organisation>, attribute_2 <Country>, attribute_3
      "1","Youssef","El Amrani","youssef@argan.example","OK","x1","fr","","","N","N","0","N","1","Argan Watch",\
      "Maroc","blue"
      "2","Aziza","Karimova","aziza@steppe.example","OptOut","x2","ru","","","N","N","0","N","1","","Узбекистан",""
      """)
    #expect(file.mapping.preset == .limesurvey)
    #expect(file[0, "name"] == "El Amrani, Youssef")
    #expect(file[0, "languages"] == "fr")
    #expect(file[0, "affiliations"] == "Argan Watch")
    #expect(file[0, "country"] == "MA")
    #expect(file[0, "notes"] == "attribute_3: blue")
    #expect(file.records[0]?.consents == [])
    #expect(file.records[1]?.consent(to: .mailing)?.answer == .no)
    #expect(file[1, "country"] == "UZ")
  }
}
