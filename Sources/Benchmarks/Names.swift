/// Parts of invented names.
enum Names {
  struct Part {
    let latin: String
    let native: String
  }

  struct Culture {
    let countries: [String]
    let languages: [String]
    let isFamilyFirst: Bool
    let families: [Part]
    let given: [Part]
  }

  static let middle = "ABCDEFGHIJKLMNOPRSTUVWYZ".map { "\($0)." }
  static let subjects = [
    "Forest", "Pollinator", "Coastal", "River", "Savanna", "Mountain", "Wetland", "Seed", "Soil", "Fisheries",
    "Grassland", "Reef", "Desert", "Orchard", "Peatland", "Mangrove", "Bird", "Water", "Livestock",
    "Medicinal",
  ]
  static let bodies = [
    "Network", "Institute", "Union", "Centre", "Council", "Cooperative", "Alliance", "Observatory", "Forum",
    "Association",
  ]

  static let cultures: [Culture] = [
    Culture(
      countries: ["KE", "TZ", "UG"], languages: ["sw", "en"], isFamilyFirst: false,
      families: latin("Achieng Kamau Mwangi Otieno Wambui Njoroge Barasa Kiptoo Mutiso Chebet"),
      given: latin("Amina Baraka Faraja Imani Jabari Neema Rehema Tumaini Zawadi Juma Halima Said")),
    Culture(
      countries: ["FR", "SN", "CM", "CD", "CA"], languages: ["fr"], isFamilyFirst: false,
      families: latin("Lefèvre Diallo Ndiaye Moreau Tremblay Mbeki Kouassi Bélanger Fournier Traoré"),
      given: latin("Hélène Amadou Chloé Étienne Fatou Gaëlle Moussa Noémie Théo Awa Benoît Aïcha")),
    Culture(
      countries: ["MX", "CO", "PE", "ES", "AR"], languages: ["es"], isFamilyFirst: false,
      families: latin("Ibáñez Muñoz Quispe Herrera Núñez Rojas Castaño Peña Guzmán Ordóñez"),
      given: latin("Lucía Mateo Inés Joaquín Ximena Andrés Begoña Tomás Valentina Álvaro Rocío Iván")),
    Culture(
      countries: ["CN"], languages: ["zh", "en"], isFamilyFirst: true,
      families: paired("Wang 王,Li 李,Zhang 张,Liu 刘,Chen 陈,Yang 杨,Zhao 赵,Huang 黄,Zhou 周,Wu 吴"),
      given: paired("Xiaoming 小明,Lihua 丽华,Jianguo 建国,Xiuying 秀英,Sen 森,Haiyan 海燕,Zhiwei 志伟,Yulan 玉兰")),
    Culture(
      countries: ["EG", "MA", "JO", "OM", "DZ"], languages: ["ar"], isFamilyFirst: false,
      families: paired(
        "Al-Hashimi الهاشمي,Haddad حداد,El Amrani العمراني,Nasser ناصر,Khoury خوري,Saleh صالح"),
      given: paired("Samira سميرة,Youssef يوسف,Layla ليلى,Omar عمر,Noor نور,Karim كريم,Hind هند,Tariq طارق")),
    Culture(
      countries: ["RU", "KZ", "BY"], languages: ["ru"], isFamilyFirst: false,
      families: paired("Belov Белов,Sokolov Соколов,Orlov Орлов,Gusev Гусев,Zaitsev Зайцев,Lebedev Лебедев"),
      given: paired("Ilya Илья,Tatyana Татьяна,Olga Ольга,Maksim Максим,Irina Ирина,Pavel Павел,Vera Вера")),
    Culture(
      countries: ["IN", "NP"], languages: ["hi", "en"], isFamilyFirst: false,
      families: paired("Sharma शर्मा,Thapa थापा,Verma वर्मा,Joshi जोशी,Rawat रावत,Negi नेगी"),
      given: paired("Anita अनिता,Ravi रवि,Sunita सुनीता,Mohan मोहन,Kavita कविता,Deepak दीपक")),
    Culture(
      countries: ["PL", "CZ", "HU", "RO"], languages: ["en"], isFamilyFirst: false,
      families: latin("Łukasik Dvořák Szabó Ionescu Żuraw Novák Kovács Popa Wójcik Horák"),
      given: latin("Agnieszka Jiří Zsófia Răzvan Małgorzata Ondřej Ágnes Ștefan Łucja Tomáš")),
  ]

  private static func latin(_ names: String) -> [Part] {
    names.split(separator: " ").map { Part(latin: String($0), native: "") }
  }

  private static func paired(_ names: String) -> [Part] {
    names.split(separator: ",").map { pair in
      // The native form is the last word.
      let words = pair.split(separator: " ")
      return Part(latin: words.dropLast().joined(separator: " "), native: String(words[words.count - 1]))
    }
  }
}
