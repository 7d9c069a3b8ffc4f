import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// Writes all that is published into one folder.
struct PublicationErrand: WritingErrand {
  let folder: String
  let languages: [String]
  let address: String
  let day: Day
  /// Takes away what an earlier publication wrote there and this one does not have.
  let cleans: Bool
  var replacing = Replacing.nothing

  var title: Phrase { Phrase(.commandPublishFolder) }

  func run(in library: Library, progress: ErrandProgress) throws -> FolderPublication.Outcome {
    let scope = try FolderPublication.scope(
      of: library, day: day, languages: languages, parts: PublicationScope.Part.allCases, address: address)
    return try FolderPublication(scope).write(
      to: folder, replacing: replacing, cleans: cleans, in: library, progress: progress.report)
  }

  func news(of outcome: FolderPublication.Outcome) -> Phrase? {
    var news = Phrase(.publishWritten, .number(outcome.files.count), .text(folder))
    if !outcome.left.isEmpty {
      news = Phrase(.publishLeftOver, .phrase(news), .list(outcome.left))
    }
    guard !outcome.held.isEmpty else { return news }
    return Phrase(.voPublishedHeld, .phrase(news), .list(outcome.held.map(\.comment.id)))
  }

  // MARK: The sheet

  static let command = Command<Shell>(
    "publication.write", .commandPublishFolder, [], when: \.isAtPane, needs: .publish
  ) { _, look in [.present(sheet(look))] }

  private static let names = ["folder", "languages", "address"].map { "publication.\($0)" }

  private static func sheet(_ look: Look) -> LinesSheet {
    let (texts, day) = (look.preferences, look.asOf)
    let all = DocumentBook.languages.joined(separator: ", ")
    let lines = [
      LinesSheet.Line(label: Phrase(.registerFolder), entry: .line, text: texts[names[0]] ?? "~/public"),
      LinesSheet.Line(
        label: Phrase(.registerLanguages), entry: .line, text: texts[names[1]] ?? all,
        hint: .hintDocumentLanguages),
      LinesSheet.Line(
        label: Phrase(.publishAddress), entry: .line, text: texts[names[2]] ?? "", hint: .hintPublishAddress),
      LinesSheet.Line(label: Phrase(.publishClean), entry: .flag, hint: .hintPublishClean),
    ]
    return LinesSheet(.commandPublishFolder, lines) { texts in
      let languages = texts[1].split { $0 == "," || $0 == " " || $0 == ";" }.map(String.init)
      if texts[0].isEmpty { return .problem(line: 0, Phrase(.problemMissing)) }
      if languages.isEmpty { return .problem(line: 1, Phrase(.problemMissing)) }
      if let unknown = languages.first(where: { !DocumentBook.languages.contains($0) }) {
        return .problem(line: 1, Phrase(PublicationProblem.noDocumentLanguage(unknown)))
      }
      guard texts[2].isEmpty || CalendarPage.isAddress(texts[2]) else {
        return .problem(line: 2, Phrase(.cliCalendarAddressBad, .text(texts[2])))
      }
      let errand = PublicationErrand(
        folder: texts[0], languages: languages, address: texts[2], day: day, cleans: texts[3] == "yes")
      return .effects(
        zip(names, texts).map { .prefer($0, $1) } + [.errand(errand, closing: true)])
    }
  }
}
