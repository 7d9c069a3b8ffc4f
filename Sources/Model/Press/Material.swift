/// Somebody's word that material may go out: the file that it was then, and no other.
public struct Release: Composite {
  public let who: String
  /// Seconds since 1970.
  public let at: Int
  /// The digest of the file at that time; empty where the office kept none.
  public let digest: String

  public static let parts = [Part("who", .line), Part("at", .line), Part("digest", .line)]

  public init(who: String, at: Int, digest: String = "") {
    (self.who, self.at, self.digest) = (who, at, digest)
  }

  public init(texts: [String]) throws(FieldProblem) {
    guard let at = Int(texts[1]) else { throw .notANumber(texts[1]) }
    (who, self.at, digest) = (texts[0], at, texts[2])
  }

  public var texts: [String] { [who, String(at), digest] }
}

/// Material under embargo. It is out when two different people have released the same file; the store sees to that.
public struct Material: Record, Outgoing {
  public static let kind = RecordKind.material

  public let id: RecordID
  public var version = 0
  public var name = ""
  public var launch: RecordID = ""
  public var languages: [String] = []
  /// Where it lies: a path or a link.
  public var url = ""
  /// The SHA-256 of the file, in hexadecimal digits.
  public var digest = ""
  /// Nil: the embargo of its launch.
  public var embargo: Moment?
  public var owner = ""
  public var releases: [Release] = []
  public var note = ""
  public var overrides: [BoundaryOverride] = []

  public init(id: RecordID) { self.id = id }

  public var title: String { name }
  /// The words that hold: those for the file as it is now.
  public var words: [Release] { releases.filter { $0.digest == digest } }
  public var isReleased: Bool { Set(words.map(\.who)).count >= 2 }

  public static let fields: [Field<Material>] = [
    .line("name", \.name, isRequired: true).goingOut { $0.languages.first ?? "" },
    .reference("launch", \.launch, to: .launch),
    .list("languages", \.languages, check: Language.checked), .line("url", \.url), .line("digest", \.digest),
    .moment("embargo", \.embargo), .line("owner", \.owner), .items("releases", \.releases),
    .text("note", \.note), .overrides,
  ]
}
