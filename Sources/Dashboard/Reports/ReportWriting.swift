import Interchange
import Model
import Office
import Phrases
import Store

/// Writes a report into a file.
struct ReportErrand: WritingErrand {
  let paper: ReportPaper
  let format: ReportPaper.Format
  let path: String
  var replacing = Replacing.nothing

  var title: Phrase { Phrase(.paneReportFile) }

  func run(in library: Library, progress: ErrandProgress) throws -> Phrase {
    try NewFile.write(paper.bytes(format), to: path, replacing: replacing)
    return Phrase(.registerWritten, .text(PersonalFolder.expanded(path)))
  }

  func news(of outcome: Phrase) -> Phrase? { outcome }
}

extension Report {
  /// With one edit of a paragraph in the place of another; nil leaves the paragraph as the facts have it.
  func edited(_ old: ReportEdit?, _ new: ReportEdit?) -> Report {
    var report = self
    guard let old, let place = report.edits.firstIndex(where: { $0.texts == old.texts }) else {
      if let new { report.edits.append(new) }
      return report
    }
    if let new { report.edits[place] = new } else { report.edits.remove(at: place) }
    return report
  }

  /// What a person did to the paragraph itself, beside what was added after it.
  func edit(of key: String) -> ReportEdit? { edits.last { $0.paragraph == key && $0.kind != .add } }
}

extension LinesSheet {
  /// What a report is about: its name, for whom, from when to when, in which language.
  static func report(_ report: Report, write: @escaping @Sendable (Report) -> Effect) -> LinesSheet {
    let names = ["name", "audience_of_report", "from", "to", "language", "symbol", "note"]
    let lines = names.compactMap { name in
      Report.field(name).map { field in
        var line = Line(label: Phrase(label: "field", name), entry: field.entry, text: field.read(report))
        if name == "language" {
          line = Line(
            label: line.label, entry: .choice(Language.official), text: line.text,
            word: { code, look in Language.name(code, in: look.language) })
        } else if case .choice = field.entry {
          line.word = { code, look in look.word(name, code) }
        }
        return line
      }
    }
    return LinesSheet(.paneReports, lines) { texts in
      var report = report
      for (place, name) in names.enumerated() {
        do throws(FieldProblem) { try Report.field(name)?.write(texts[place], to: &report) } catch {
          return .problem(line: place, Phrase(error))
        }
        if (name == "from" || name == "to") && texts[place].isEmpty {
          return .problem(line: place, Phrase(.problemMissing))
        }
      }
      if let (field, problem) = report.contradictions.first {
        return .problem(line: names.firstIndex(of: field) ?? 0, Phrase(problem))
      }
      return .effects([write(report)])
    }
  }
}

extension Phrase {
  /// Why a report cannot be written.
  public init(_ problem: ReportProblem) {
    switch problem {
    case .noDays(let title): self.init(.reportNoDays, .text(title))
    case .damaged(let title): self.init(.reportDamaged, .text(title))
    case .unreadable(let title): self.init(.reportUnreadable, .text(title))
    case .backwards(let from, let to): self.init(.cliCalendarBackwards, .text(from), .text(to))
    case .unknown(let id): self.init(.reportUnknown, .text(id))
    case .notALanguage(let text): self.init(.publicationLanguage, .text(text))
    case .notReleased(let title): self.init(.reportNotReleased, .text(title))
    }
  }
}
