import Testing

@testable import Model

/// Spellings of names that are the same, alike, or others: kinds that lists of people are full of.
@Suite struct DuplicateNameTests {
  private func candidate(_ a: String, _ b: String, _ values: [String: String] = [:]) -> DuplicateCandidate? {
    var index = DuplicateIndex()
    let records = [("a", a), ("b", b)].map { id, name in
      Stakeholder(
        id: id, version: 1, values: ["country": "KE"].merging(values) { $1 }.merging(["name": name]) { $1 })
    }
    for record in records { index.add(record) }
    let found = index.findings(limit: 1).pairs.first
    return found.flatMap { DuplicateCandidate(records[0], records[1], score: $0.score) }
  }

  private func sign(_ a: String, _ b: String, _ values: [String: String] = [:]) -> DuplicateSign? {
    candidate(a, b, values)?.reasons.first { $0.sign.isOfNames }?.sign
  }

  @Test(arguments: [
    ("Παπαδόπουλος, Νίκος", "ΠΑΠΑΔΟΠΟΥΛΟΣ ΝΙΚΟΣ"), ("علی‌رضا کریمی", "علیرضا کریمی"),
    ("كريمي علي", "کریمی علی"), ("Be\u{AD}lova, Anna", "Belova, Anna"), ("محـمد العلوي", "محمد العلوي"),
    ("فاطمة الحربي", "فاطمه الحربي"), ("السيد خالد الهاشمي", "خالد الهاشمي"),
    ("الدكتور خالد الهاشمي", "خالد الهاشمي"), ("Д-р Елена Петрова", "Елена А. Петрова"),
    ("김민준", "민준 김"), ("김미나", "미나 김"), ("張偉", "张伟"), ("渡邊 里佳", "渡辺 里佳"),
    ("ささき のぞみ", "ササキ ノゾミ"), ("田中様", "田中"), ("Jane Mwale, Ph.D.", "Jane Mwale"),
    ("Jane Mwale, M.D.", "Jane A. Mwale"), ("H.E. Mr. Kofi Mensah", "Kofi A. Mensah"),
    ("Kamau, John Junior", "Kamau, John Jr."), ("Kamau, John Senior", "Kamau, John Sr."),
    ("Kamau, John Jr.", "Kamau, John"), ("João Silva Júnior", "João Silva"),
    ("Lê Hữu Dũng", "LE Huu Dung"), ("Amina Bello (she/her)", "Amina Bello"),
    ("Amina Bello; Nigeria", "Amina Bello"), ("Bà Nguyễn Thị Hà", "Nguyen Thi Ha"),
  ])
  func `What does not belong to a name does not tell it apart`(_ a: String, _ b: String) {
    #expect(sign(a, b) == .name, "\(a) / \(b)")
  }

  @Test(arguments: [
    ("M. Banda", "Banda, Mwila"), ("D. Banda", "Banda, Dalitso"), ("Dr. M. Banda", "Banda, Mwila"),
    ("Yu. Ivanov", "Yuri Ivanov"), ("Th. Banda", "Thandiwe Banda"), ("JP Dupont", "Jean-Pierre Dupont"),
    ("J.-P. Dupont", "Jean-Pierre Dupont"), ("Bello, Amina Hassan", "Amina H. Bello"),
  ])
  func `Letters stand for words`(_ a: String, _ b: String) {
    #expect(sign(a, b) == .initials, "\(a) / \(b)")
  }

  @Test(arguments: [
    ("Wang Xiaoming", "Wang Xiao-Ming"), ("Kim Minjun", "Kim Min-jun"),
    ("Abdul Rahman Siddiq", "Abdulrahman Siddiq"), ("Jean-Pierre Diop", "Jeanpierre Diop"),
    ("O'Neill, Sean", "O Neill, Sean"), ("MacDonald, Ewan", "Mac Donald, Ewan"),
  ])
  func `Words are joined and parted`(_ a: String, _ b: String) {
    #expect(sign(a, b) == .joined, "\(a) / \(b)")
  }

  @Test(arguments: [
    ("Kowalczyk, Anna", "Kowalczk, Anna"), ("Müller, Jana", "Mueller, Jana"),
    ("Jørgensen, Ida", "Joergensen, Ida"), ("Hoffmann, Birgit", "Birgit Hofmann"),
    ("Chatterjee, Lakshmi", "Chaterje, Lakshmi"), ("Rousseau, Pauline", "Rosseau, Paulime"),
  ])
  func `Names with a slip are near`(_ a: String, _ b: String) throws {
    let found = try #require(candidate(a, b), "\(a) / \(b)")
    #expect(found.level == .possible && found.reasons.contains { $0.sign == .near })
  }

  @Test(arguments: [
    ("Robert Mwangi", "Bob Mwangi"), ("Mohammed Haddad", "Muhammad Haddad"),
    ("Youssef Mansour", "Yusuf Mansour"), ("Al-Hashimi, Noor", "Alhashimi, Noor"),
    ("Елена Петрова", "Petrova, Elena"), ("Νίκος Παπαδόπουλος", "Nikos Papadopoulos"),
    ("王小明", "Wang Xiaoming"), ("김민준", "Kim Minjun"), ("ヤマダ　タロウ", "Yamada Taro"),
    ("さとう ゆうこ", "Yuko Sato"), ("きょうごく しょうへい", "Shohei Kyogoku"), ("خالد الخطيب", "Khalid Al-Khatib"),
  ])
  func `Other spellings and other scripts are possible and no more`(_ a: String, _ b: String) throws {
    let found = try #require(candidate(a, b), "\(a) / \(b)")
    #expect(found.level == .possible && found.reasons.contains { [.spelling, .near].contains($0.sign) })
  }

  @Test(arguments: [
    ("M. Banda", "D. Banda"), ("Lê Minh Anh", "Đỗ Minh Anh"), ("Choi Ye-jin", "Cho Ye-jin"),
    ("Phạm Quốc Nam", "Phan Quốc Nam"), ("김옥순", "김순옥"), ("Г-н Иван Петров", "Георги Петров"),
    ("Kamau, John Sr.", "Kamau, John Junior"), ("River Union 17", "River Union 18"),
    ("Mwangi, Robert", "Mwangi, Richard"),
  ])
  func `Other names are not listed`(_ a: String, _ b: String) {
    #expect(candidate(a, b) == nil, "\(a) / \(b)")
  }

  @Test func `A record's own other names count as one person`() {
    let plain = candidate("Lefèvre, Hélène", "Helene Lefevre")
    let more = candidate("Lefèvre, Hélène", "Helene Lefevre", ["aliases": "LEFEVRE Hélène; Helene Lefevre"])
    #expect(plain != nil && plain?.score == more?.score)
  }

  @Test func `Initials are found beside other e-mails and where one country is not known`() {
    func record(_ id: RecordID, _ values: [String: String]) -> Stakeholder {
      Stakeholder(id: id, version: 1, values: values)
    }
    let full = record("a", ["name": "Banda, Thandiwe", "country": "ZM", "emails": "thandi@home.example"])
    #expect(DuplicateCandidate(full, record("b", ["name": "T. Banda"])) != nil)
    #expect(
      DuplicateCandidate(
        full, record("b", ["name": "T. Banda", "country": "ZM", "emails": "t@work.example"])) != nil)
  }

  // MARK: Organizations

  @Test(arguments: [
    "Dunes Watch S.A.", "Dunes Watch SA", "Dunes Watch Limited", "Dunes Watch Ltd", "Dunes Watch Corp.",
    "Dunes Watch B.V.", "Dunes Watch S.p.A.", "Dunes Watch S.A.R.L.", "Dunes Watch d.o.o.", "Dunes Watch A/S",
    "Dunes Watch Oy", "ООО Dunes Watch", "Dunes Watch AG", "The Dunes Watch Pty Ltd",
  ])
  func `Legal forms do not tell organizations apart`(_ name: String) {
    #expect(sign(name, "Dunes Watch", ["kind": "organization"]) == .name, "\(name)")
  }

  @Test(arguments: [
    ("绿洲种业有限公司", "绿洲种业"), ("株式会社みどり種苗", "みどり種苗株式会社"),
    ("Intl. Forest Research Inst.", "International Forest Research Institute"),
    ("Forest Center", "Forest Centre"), ("Natural History Museum, Nairobi", "Natural History Museum"),
  ])
  func `Words cut short and places behind the name do not either`(_ a: String, _ b: String) {
    #expect(sign(a, b, ["kind": "organization", "city": "Nairobi"]) == .name, "\(a) / \(b)")
  }

  @Test(arguments: [
    ("European Union", "EU"), ("United Nations", "UN"),
    ("FAO - Food and Agriculture Organization", "Food and Agriculture Organization"),
  ])
  func `Acronyms of two letters and before a dash are known`(_ a: String, _ b: String) {
    let found = sign(a, b, ["kind": "organization"])
    #expect(found == .acronym || found == .name, "\(a) / \(b)")
  }

  @Test func `A person stored as an institute is no wall`() throws {
    func record(_ id: RecordID, _ kind: String, _ ror: String) -> Stakeholder {
      Stakeholder(
        id: id, version: 1,
        values: ["name": "Forest Research Institute", "country": "KE", "kind": kind, "ror": ror])
    }
    let ror = "https://ror.org/05dxps055"
    let same = try #require(
      DuplicateCandidate(record("a", "individual", ror), record("b", "institution", ror)))
    #expect(same.reasons.map(\.sign).contains(.otherKind) && same.level == .certain)
    let named = try #require(
      DuplicateCandidate(record("a", "individual", ""), record("b", "institution", "")))
    #expect(named.level == .possible)
  }
}
