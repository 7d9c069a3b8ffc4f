/// The parts of the names to which slips happen: common names of many countries.
enum SlipNames {
  struct Culture {
    let countries: [String]
    let families: [String]
    let given: [String]
  }

  static func family(_ culture: Culture, _ random: inout SplitMix) -> String {
    culture.families.randomElement(using: &random) ?? ""
  }
  static func given(_ culture: Culture, _ random: inout SplitMix) -> String {
    culture.given.randomElement(using: &random) ?? ""
  }
  static func ending(_ random: inout SplitMix) -> String {
    ["berger", "mann", "stad", "wick", "ford"].randomElement(using: &random) ?? ""
  }

  static func organization(_ random: inout SplitMix) -> [String] {
    func any(_ words: String) -> String {
      words.split(separator: " ").map(String.init).randomElement(using: &random) ?? ""
    }
    let kind = any("Institute Centre University Association Foundation Network Alliance Council")
    let scope = any(
      "National International Regional Northern Southern Coastal Highland Central Western Eastern")
    let subject = any(
      "Forest Fisheries Wetland Pollinator Grassland Mountain River Soil Seed Livestock Desert Reef Climate Water"
    )
    let act = any("Research Development Conservation Monitoring Education Restoration Policy Data")
    return Bool.random(using: &random) ? [scope, subject, act, kind] : [kind, "of", scope, subject, act]
  }

  static let latin: [Culture] = [
    culture(
      "GB US AU",
      "Abernathy Blackwood Carrington Donovan Ellsworth Fairbanks Gallagher Holloway Jennings Kingsley Lancaster Merriweather Nightingale Osborne Pemberton Radcliffe Sinclair Thornton Underhill Whitaker Yardley Ashcroft Bancroft Crawford Davenport",
      "Abigail Benjamin Charlotte Dominic Eleanor Frederick Gwendolyn Harrison Isabelle Jonathan Katherine Leonard Margaret Nathaniel Olivia Patrick Rosalind Sebastian Theodore Victoria William Robert Elizabeth Michael Jennifer"
    ),
    culture(
      "FR BE SN",
      "Beaumont Chevalier Delacroix Fontaine Girard Lambert Marchand Pelletier Rousseau Thibault Vasseur Bertrand Carpentier Dufour Gauthier Lefebvre Mercier Renaud Tessier Villeneuve",
      "Antoine Baptiste Camille Delphine Emilie Florian Gabrielle Hugo Juliette Laurent Mathilde Nicolas Pauline Quentin Romain Solene Thibaud Valentin Clementine Benedicte"
    ),
    culture(
      "ES MX PE",
      "Alvarado Benitez Cervantes Dominguez Escobar Figueroa Gallardo Hinojosa Jaramillo Ledesma Montenegro Navarrete Olivares Palacios Quintero Rivadeneira Sandoval Trujillo Urquiza Villalobos",
      "Alejandro Beatriz Catalina Demetrio Esperanza Fernando Graciela Horacio Ignacio Joaquina Leonardo Mercedes Nicanor Octavio Patricia Ramiro Soledad Tomasa Ursula Vicente"
    ),
    culture(
      "DE AT CH",
      "Achenbach Brinkmann Dietrich Eberhardt Falkenberg Grunwald Hoffmann Kaltenbach Lindemann Morgenstern Neumann Oberlander Pfeiffer Reinhardt Steinmetz Trautmann Ullrich Vogelsang Wagenknecht Zimmermann",
      "Adelheid Bernhard Christoph Dorothea Eberhard Franziska Gerhard Hildegard Ingeborg Joachim Karoline Lieselotte Manfred Norbert Ottilie Reinhold Siegfried Thorsten Ulrike Walburga"
    ),
    culture(
      "KE UG TZ",
      "Achieng Barasa Chepkoech Githinji Kipchumba Macharia Njoroge Ochieng Wanjiku Mutua Nyambura Odhiambo Kariuki Kimathi Wekesa Mbugua Simiyu Lokichar Nakato Mukasa",
      "Akinyi Baraka Chebet Daudi Esther Furaha Grace Hamisi Imani Jelani Khamisi Lulu Makena Neema Onyango Penina Rehema Simba Tumaini Wambui"
    ),
    culture(
      "PL CZ UA",
      "Adamczyk Bielinski Czarnecki Dabrowski Filipiak Grabowski Jablonski Kaczmarek Lewandowski Majewski Nowakowski Olszewski Pawlowski Rutkowski Sobczak Tomaszewski Urbanski Wisniewski Zawadzki Zielinski",
      "Agnieszka Bartosz Cezary Dorota Elzbieta Grzegorz Halina Izabela Jaroslaw Kazimierz Lidia Malgorzata Natalia Oskar Przemyslaw Renata Stanislaw Tadeusz Urszula Wojciech"
    ),
    culture(
      "NG GH",
      "Adeyemi Balogun Chukwuma Danjuma Ezeokoli Folorunsho Ibekwe Kwarteng Mensah Nwachukwu Obasanjo Okonkwo Oyelaran Umaru Yakubu Asamoah Boateng Owusu Quaye Tetteh",
      "Adaeze Babatunde Chidinma Damilola Emeka Folake Ifeanyi Kwabena Ngozi Obinna Oluwaseun Temitope Uchenna Yetunde Zainab Akosua Efua Kofi Nana Yaw"
    ),
    culture(
      "IN LK",
      "Bhattacharya Chatterjee Deshpande Gopalan Iyengar Jayawardena Krishnan Mukherjee Narayanan Parthasarathy Raghunathan Srinivasan Tripathi Upadhyay Venkatesan Wickramasinghe Agarwal Banerjee Chaturvedi Devanathan",
      "Ananya Bhavana Chandrika Dharmesh Gayathri Harish Indira Jagdish Kamala Lakshmi Madhavi Nandini Padmaja Rajendra Saraswati Tejaswini Umesh Vijaya Yogesh Anirudh"
    ),
    culture(
      "BR PT",
      "Albuquerque Bittencourt Cavalcanti Drummond Evangelista Figueiredo Guimaraes Junqueira Lacerda Magalhaes Nascimento Oliveira Pacheco Queiroz Rezende Siqueira Teixeira Vasconcelos Ximenes Zanetti",
      "Adriana Bernardo Cristiane Douglas Eduarda Fabricio Guilherme Heloisa Isadora Juliana Leticia Marcelo Natanael Otavio Priscila Rodrigo Simone Thiago Vanessa Wellington"
    ),
    culture(
      "SE NO FI",
      "Ahlstrom Bergstrand Dahlgren Ekholm Forsberg Gustafsson Hedlund Lindqvist Nordstrom Rosenqvist Sandberg Torvalds Wallenius Haapala Koivisto Lehtonen Makinen Nieminen Rantanen Virtanen",
      "Astrid Birgitta Christer Elisabet Fredrik Gunnar Henrik Ingrid Kristoffer Lennart Margareta Niklas Ragnhild Sigurd Torbjorn Ulrika Vilhelm Annikki Pekka Tuomas"
    ),
  ]

  struct Table {
    let countries: [String]
    let families: [(String, String)]
    let givens: [(String, String)]
    var isFamilyFirst = false
    var isTurned = false
    var glue = (" ", " ")
  }

  static let pairs: [NameSlip: Table] = [
    .accentsLost: table(
      "FR PL TR",
      "Lefèvre=Lefevre Müezzin=Muezzin Łukasik=Lukasik Çelik=Celik Dvořák=Dvorak Öztürk=Ozturk Gómez=Gomez Núñez=Nunez",
      "Hélène=Helene Ağnes=Agnes Zoë=Zoe Łucja=Lucja Ömer=Omer Žofie=Zofie François=Francois Iñaki=Inaki"),
    .umlauts: table(
      "DE DK",
      "Müller=Mueller Schröder=Schroeder Jäger=Jaeger Köhler=Koehler Jørgensen=Joergensen Böttcher=Boettcher Krämer=Kraemer Grünberg=Gruenberg",
      "Jürgen=Juergen Anke=Anke Söhnke=Soehnke Käthe=Kaethe Uwe=Uwe Björn=Bjoern Heike=Heike Günther=Guenther"
    ),
    .nickname: table(
      "GB US",
      "Abernethy=Abernethy Cartwright=Cartwright Fitzgerald=Fitzgerald Hutchinson=Hutchinson Livingstone=Livingstone Montgomery=Montgomery Pritchard=Pritchard Wetherby=Wetherby",
      "Robert=Bob William=Bill Elizabeth=Liz Katherine=Kate Michael=Mike Margaret=Peggy James=Jim Thomas=Tom Edward=Ted Charles=Chuck"
    ),
    .pinyinParted: table(
      "CN", "Ouyang=Ouyang Wang=Wang Zhang=Zhang Zhao=Zhao Huang=Huang Zhou=Zhou Xu=Xu Sun=Sun Ma=Ma Zhu=Zhu",
      "Xiaoming=Xiao-Ming Lihua=Li Hua Jianguo=Jian Guo Xiuying=Xiu-ying Zhiwei=Zhi Wei Haiyan=Hai-Yan Guoqiang=Guo Qiang Meiling=Mei Ling",
      isFamilyFirst: true),
    .pinyinTurned: table(
      "CN", "Deng=Deng Feng=Feng Cao=Cao Peng=Peng Zeng=Zeng Xiao=Xiao Tian=Tian Dong=Dong Pan=Pan Yuan=Yuan",
      "Yulan=Yulan Chunhua=Chunhua Dongmei=Dongmei Shufen=Shufen Weidong=Weidong Yongqiang=Yongqiang Jinlong=Jinlong Ruolan=Ruolan",
      isFamilyFirst: true, isTurned: true),
    .arabicSpelling: table(
      "EG SD JO",
      "Haddad=Hadad Khoury=Khouri Nasser=Naser Saleh=Salih Mansour=Mansur Qasim=Kassem Rahman=Rehman Siddiq=Siddik",
      "Mohammed=Muhammad Youssef=Yusuf Ahmed=Ahmad Khaled=Khalid Omar=Umar Hussein=Husayn Fatima=Fatma Mustafa=Moustafa"
    ),
    .articleJoined: table(
      "OM JO",
      "Al-Hashimi=Alhashimi Al-Rashid=Alrashid El-Sayed=Elsayed Al-Balushi=Albalushi Al-Harthy=Alharthy El-Khatib=Elkhatib Al-Mansouri=Almansouri Al-Qasimi=Alqasimi",
      "Noor=Noor Salim=Salim Maryam=Maryam Faisal=Faisal Layla=Layla Tariq=Tariq Hind=Hind Yasmin=Yasmin"),
    .cyrillic: table(
      "RU BG",
      "Petrova=Петрова Sokolov=Соколов Kuznetsov=Кузнецов Morozova=Морозова Volkov=Волков Lebedev=Лебедев Fedorov=Федоров Zaitsev=Зайцев",
      "Elena=Елена Ivan=Иван Marina=Марина Dmitry=Дмитрий Natalia=Наталия Sergey=Сергей Olga=Ольга Andrei=Андрей"
    ),
    .greek: table(
      "GR CY",
      "Papadopoulos=Παπαδόπουλος Nikolaidis=Νικολαΐδης Georgiou=Γεωργίου Dimitriou=Δημητρίου Oikonomou=Οικονόμου Makris=Μακρής",
      "Nikos=Νίκος Maria=Μαρία Kostas=Κώστας Eleni=Ελένη Dimitris=Δημήτρης Sofia=Σοφία"),
    .greekCapitals: table(
      "GR", "Βασιλειάδης=ΒΑΣΙΛΕΙΑΔΗΣ Καραγιάννης=ΚΑΡΑΓΙΑΝΝΗΣ Αντωνίου=ΑΝΤΩΝΙΟΥ Παππάς=ΠΑΠΠΑΣ Ιωάννου=ΙΩΑΝΝΟΥ",
      "Γιώργος=ΓΙΩΡΓΟΣ Άννα=ΑΝΝΑ Πέτρος=ΠΕΤΡΟΣ Χρήστος=ΧΡΗΣΤΟΣ Ειρήνη=ΕΙΡΗΝΗ"),
    .arabic: table(
      "SA IQ", "Khatib=الخطيب Hashimi=الهاشمي Darwish=درويش Rashid=راشد Salman=سلمان Jabir=جابر",
      "Karim=كريم Samir=سمير Yasmin=ياسمين Munir=منير Rashida=رشيدة Khalid=خالد"),
    .arabicLetters: table(
      "IR AF", "كريمي=کریمی يوسفي=یوسفی رضايي=رضایی اكبري=اکبری شريفي=شریفی",
      "علي=علی مهدي=مهدی مكارم=مکارم شكيب=شکیب ميترا=میترا"),
    .han: table(
      "CN", "Wang=王 Li=李 Zhang=张 Liu=刘 Chen=陈 Yang=杨 Huang=黄 Zhou=周",
      "Xiaoming=小明 Lihua=丽华 Jianguo=建国 Xiuying=秀英 Haiyan=海燕 Zhiwei=志伟 Yulan=玉兰 Guoqiang=国强",
      isFamilyFirst: true, glue: (" ", "")),
    .traditional: table(
      "CN TW HK", "张=張 陈=陳 刘=劉 杨=楊 黄=黃 吴=吳 赵=趙 邓=鄧", "伟明=偉明 丽华=麗華 国强=國強 庆龙=慶龍 宝贵=寶貴 东荣=東榮 晓兰=曉蘭",
      isFamilyFirst: true, glue: ("", "")),
    .hanTurned: table(
      "CN JP", "何=何 曹=曹 彭=彭 萧=萧 田=田 潘=潘 袁=袁 董=董", "文静=文静 子涵=子涵 浩然=浩然 雨桐=雨桐 思远=思远 佳怡=佳怡", isFamilyFirst: true,
      isTurned: true, glue: ("", " ")),
    .hangul: table(
      "KR", "김=김 박=박 최=최 정=정 강=강 윤=윤 임=임 신=신", "민준=민준 서연=서연 지훈=지훈 하은=하은 도윤=도윤 수빈=수빈", isFamilyFirst: true,
      isTurned: true, glue: ("", " ")),
    .hangulLatin: table(
      "KR", "Kim=김 Park=박 Choi=최 Jung=정 Kang=강 Shin=신",
      "Minjun=민준 Seoyeon=서연 Jihun=지훈 Haeun=하은 Doyun=도윤 Subin=수빈", isFamilyFirst: true, glue: (" ", "")),
    .patronymic: table(
      "RU KZ", "Belov=Belov Orlov=Orlov Gusev=Gusev Nikitin=Nikitin Tarasov=Tarasov Vinogradov=Vinogradov",
      "Pavel=Pavel_Ivanovich Oleg=Oleg_Petrovich Viktor=Viktor_Sergeevich Yuri=Yuri_Andreevich Anton=Anton_Mikhailovich"
    ),
    .vietnamese: table(
      "VN", "Nguyễn=Nguyen Trần=Tran Phạm=Pham Hoàng=Hoang Vũ=Vu Đặng=Dang Bùi=Bui Lê=Le",
      "Thị_Hương=Thi_Huong Văn_Dũng=Van_Dung Minh_Tuấn=Minh_Tuan Quốc_Bảo=Quoc_Bao Ngọc_Ánh=Ngoc_Anh",
      isFamilyFirst: true),
  ]

  private static func culture(_ countries: String, _ families: String, _ given: String) -> Culture {
    func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    return Culture(countries: list(countries), families: list(families), given: list(given))
  }

  /// Pairs joined by `=`; `_` is a blank.
  private static func table(
    _ countries: String, _ families: String, _ givens: String, isFamilyFirst: Bool = false,
    isTurned: Bool = false, glue: (String, String) = (" ", " ")
  ) -> Table {
    func pairs(_ text: String) -> [(String, String)] {
      var pairs: [(String, String)] = []
      // A blank inside the second part belongs to it: no "=" follows.
      for word in text.split(separator: " ") {
        let parts = word.split(separator: "=").map { String($0).replacing("_", with: " ") }
        if parts.count == 2 {
          pairs.append((parts[0], parts[1]))
        } else if let last = pairs.popLast() {
          pairs.append((last.0, last.1 + " " + parts[0]))
        }
      }
      return pairs
    }
    return Table(
      countries: countries.split(separator: " ").map(String.init), families: pairs(families),
      givens: pairs(givens), isFamilyFirst: isFamilyFirst, isTurned: isTurned, glue: glue)
  }
}
