import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// The public register: what the next release would change, who gave guidance for it, and the releases made.
struct RegisterPane: Pane {
  static let name = "register"
  static let title = PhraseKey.paneRegister

  private(set) var plan: RegisterPlan?
  private(set) var releases: [Releases.Row] = []
  /// Where the guidance for the next release waits.
  private(set) var waiting: RegisterRelease?
  private(set) var preferences: [String: String] = [:]
  private(set) var showsReleases = false
  private var preview = Selection()
  private var list = Selection()

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(Releases()) { pane, rows in pane.releases = rows.reversed() },
      Ask(RecordByID<RegisterRelease>(RegisterRelease.next)) { $0.waiting = $1 },
      Ask(Preferences()) { $0.preferences = $1 },
      Ask(NextRelease(), .rest) { $0.plan = $1 },
    ]
  }

  mutating func visit(_ destination: Destination) -> Bool { destination == .register }

  var selection: Selection {
    get { showsReleases ? list : preview }
    set { if showsReleases { list = newValue } else { preview = newValue } }
  }

  var rowCount: Int { showsReleases ? releases.count : plan?.lines.count ?? 0 }

  var line: RegisterPlan.Line? {
    guard !showsReleases, let lines = plan?.lines, lines.indices.contains(preview.index) else { return nil }
    return lines[preview.index]
  }

  var release: Releases.Row? {
    showsReleases && releases.indices.contains(list.index) ? releases[list.index] : nil
  }

  /// Which list is shown, and the release under its cursor.
  var place: String { showsReleases ? "releases \(list.index)" : "preview" }

  mutating func stand(at place: String) {
    showsReleases = place != "preview"
    list.index = place.split(separator: " ").last.flatMap { Int($0) } ?? list.index
  }

  mutating func fit(to size: Size, look: Look) {
    let head = showsReleases ? 1 : Self.headRows
    selection.fit(count: rowCount, height: max(1, size.rows - head))
  }

  // MARK: Commands

  private static func noGuidance(_ pane: Self, _ look: Look) -> Phrase? {
    pane.waiting?.guidance.isEmpty == false ? nil : Phrase(PublicationProblem.noGuidance)
  }

  private var isPreview: Bool { !showsReleases }

  static let commands: [Command<RegisterPane>] =
    actions + moves(in: \.selection, also: [.pageDown: ["Space"]])

  private static let actions: [Command<RegisterPane>] = [
    Command("register.open", .commandGoThere, ["Enter"], rank: 1, when: \.isPreview) { pane, _ in pane.open()
    },
    Command("register.guidance", .commandGuidance, ["n"], rank: 2, when: \.isPreview, needs: .edit) {
      pane, look in
      [.present(pane.guidanceSheet(look))]
    },
    Command("register.forget", .commandRemove, ["D"], when: \.isPreview, needs: .edit, unless: noGuidance) {
      pane, _ in
      guard let waiting = pane.waiting, let last = waiting.guidance.last else { return [] }
      var edited = waiting
      edited.guidance.removeLast()
      return [
        .apply(
          EditRecord(base: waiting, edited: edited),
          then: [.announce(Phrase(.removed, .text(last.reference), .text("u")))])
      ]
    },
    Command(
      "register.release", .commandRelease, ["p"], rank: 3, when: \.isPreview, needs: .publish,
      unless: noGuidance
    ) {
      pane, look in
      [.present(pane.folderSheet(.paneRelease) { .release($0, on: look.asOf) })]
    },
    Command(
      "register.again", .commandWriteAgain, ["w"], rank: 3, when: \.showsReleases,
      needs: .publish,
      unless: { pane, look in
        pane.release == nil ? Phrase(.registerNoReleases) : nil
      }
    ) { pane, _ in
      guard let number = pane.release?.release.number else { return [] }
      return [.present(pane.folderSheet(.commandWriteAgain) { .again($0, number: number) })]
    },
    .moving("register.releases", .commandReleases, ["t"], rank: 4) { $0.showsReleases.toggle() },
  ]

  /// Goes to the record of a line: one out of use stands in a list of its own.
  private func open() -> [Effect] {
    guard let line, let id = line.stakeholder else { return [.announce(Phrase(.nothingToOpen))] }
    if line.change == .withdrawn(.retired) {
      return [.go(.stakeholders(StakeholderFilter(text: line.title, isRetired: true)))]
    }
    return [.go(.stakeholder(id))]
  }

  // MARK: Sheets

  private func guidanceSheet(_ look: Look) -> LinesSheet {
    let words: @Sendable (String, Look) -> String = { code, look in look.word("body", code) }
    let lines = Guidance.parts.map { part in
      LinesSheet.Line(
        label: Phrase(label: "part", part.name), entry: part.entry,
        text: part.entry == .day ? look.asOf.description : "", hint: .hintGuidance, word: words)
    }
    let base = waiting ?? RegisterRelease(id: RegisterRelease.next)
    let day = look.asOf
    return LinesSheet(.paneGuidance, lines) { texts in
      do {
        let guidance = try Guidance(texts: texts)
        guard guidance.day != nil else { return .problem(line: 1, Phrase(.problemMissing)) }
        guard !guidance.reference.isEmpty else { return .problem(line: 2, Phrase(.problemMissing)) }
        var edited = base
        edited.guidance = base.guidance.filter { $0 != guidance } + [guidance]
        var test = edited
        test.day = day
        try test.checkGuidance()
        let news = Phrase(.registerGuidanceKept, .text(guidance.reference))
        return .effects([
          .apply(EditRecord(base: base, edited: edited), closing: true, then: [.announce(news)])
        ])
      } catch let problem as FieldProblem {
        return .problem(line: 1, Phrase(problem))
      } catch {
        return .problem(line: 1, Phrase(failure: error))
      }
    }
  }

  private func folderSheet(
    _ title: PhraseKey, _ work: @escaping @Sendable (RegisterPublication) -> RegisterErrand
  ) -> LinesSheet {
    let languages = preferences["register.languages"] ?? "en, fr, ar"
    let lines = [
      LinesSheet.Line(
        label: Phrase(.registerFolder), entry: .line, text: preferences["register.folder"] ?? "~/register"),
      LinesSheet.Line(
        label: Phrase(.registerLanguages), entry: .line, text: languages, hint: .hintDocumentLanguages),
    ]
    return LinesSheet(title, lines) { texts in
      if texts[0].isEmpty { return .problem(line: 0, Phrase(.problemMissing)) }
      let languages = texts[1].split { $0 == "," || $0 == " " || $0 == ";" }.map(String.init)
      do {
        let publication = try RegisterPublication(folder: texts[0], languages: languages)
        return .effects([
          .prefer("register.folder", texts[0]), .prefer("register.languages", texts[1]),
          .errand(work(publication), closing: true),
        ])
      } catch { return .problem(line: 1, Phrase(failure: error)) }
    }
  }
}

/// Makes a release, or writes the files of one again, beside the keys.
struct RegisterErrand: WritingErrand {
  private enum Work: Sendable { case release(Day), again(Int) }

  private var publication: RegisterPublication
  private let work: Work

  static func release(_ publication: RegisterPublication, on day: Day) -> Self {
    Self(publication: publication, work: .release(day))
  }

  static func again(_ publication: RegisterPublication, number: Int) -> Self {
    Self(publication: publication, work: .again(number))
  }

  var title: Phrase { Phrase(.paneRelease) }

  var replacing: Replacing {
    get { publication.replacing }
    set { publication.replacing = newValue }
  }

  func run(in library: Library, progress: ErrandProgress) throws -> RegisterPublication.Outcome {
    switch work {
    case .release(let day):
      try publication.release(guidance: [], note: "", on: day, in: library, progress: progress.report)
    case .again(let number):
      try publication.publish(number, in: library, progress: progress.report)
    }
  }

  func news(of outcome: RegisterPublication.Outcome) -> Phrase? {
    if let warning = outcome.warning { return warning }
    let (number, files) = (outcome.release.number, outcome.files.count)
    switch work {
    case .release:
      return Phrase(
        .registerReleased, .number(number), .number(outcome.entries), .number(files),
        .text(publication.folder))
    case .again:
      return Phrase(.registerWrittenAgain, .number(number), .number(files), .text(publication.folder))
    }
  }
}
