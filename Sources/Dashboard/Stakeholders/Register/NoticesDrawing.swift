import Model
import Office
import Phrases
import Store
import Terminal

extension NoticesPane {
  /// Who sends, and the headings.
  static let headRows = 2

  func status(_ look: Look) -> [Span] {
    if let notice { return [Span(notice.notice.request, .quiet)] }
    return focalPoint.map { [Span($0.notes, .quiet)] } ?? []
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    let from = sender.isEmpty ? look.say(.noticeFromNobody) : look.say(.noticeFrom, .text(sender))
    canvas.lines([[Span(from, sender.isEmpty ? .announcement : .quiet)]], in: area)
    let body = area.inset(top: 1)
    if showsFocalPoints {
      let none = Phrase(.focalPointNone, .text("n"))
      focalPoints.draw(pointTable(look), else: none, on: &canvas, in: body, look: look)
    } else {
      notices.draw(noticeTable(look), else: Phrase(.noticeNone), on: &canvas, in: body, look: look)
    }
  }

  private func noticeTable(_ look: Look) -> ListTable<Notices.Row> {
    ListTable(columns: [
      .init(look.say(.noticeNumberHeading), 9, text: \.notice.title),
      .init(look.say(.noticeSentHeading), 14, text: { $0.notice.sent.map(look.day) ?? "" }).whole,
      .init(look.say(.noticeCountry), 16, text: { country($0.notice.country, look) }),
      .init(look.say(.noticeToldHeading), 8, text: { String($0.notice.stakeholders.count) }),
      .init(look.say(.noticeToHeading), 0, text: \.focalPoint),
    ])
  }

  private func pointTable(_ look: Look) -> ListTable<FocalPoint> {
    func heading(_ name: String) -> String { look.phrases.label("column", name) }
    return ListTable(columns: [
      .init(look.say(.noticeCountry), 18, text: { country($0.country, look) }),
      .init(heading("name"), 26, text: \.name),
      .init(heading("languages"), 10, text: { Language.name($0.language, in: look.language) }),
      .init(heading("emails"), 0, text: { look.list($0.emails) }),
    ])
  }

  private func country(_ code: String, _ look: Look) -> String {
    Country.of(code)?.name(in: look.language) ?? code
  }
}
