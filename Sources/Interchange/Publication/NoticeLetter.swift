import Model
import Phrases

/// A notice to a national focal point, as text and as a message, in the language that they are written to.
public struct NoticeLetter: Sendable {
  public let notice: Notice
  public let focalPoint: FocalPoint
  public let entries: [NoticeEntry]
  private let words: RegisterWords

  public init(_ notice: Notice, to focalPoint: FocalPoint, of entries: [NoticeEntry]) {
    (self.notice, self.focalPoint, self.entries) = (notice, focalPoint, entries)
    words = RegisterWords(book: DocumentBook(focalPoint.language))
  }

  private var book: DocumentBook { words.book }
  public var language: String { book.language }

  public var subject: String { PlainText.line(book.say(.noticeTitle, notice.title, scope)) }

  private var scope: String {
    let country = Country.of(notice.country)?.name(in: language) ?? notice.country
    guard let region = NoticeScope.region(of: notice.region) else { return country }
    // The regional groups of Member States have the words of the register, which speaks of them too.
    let isGroup = region.scheme == .unGroups
    let name = isGroup ? book.label("region", region.code) : region.name(in: language)
    return book.say(.noticeScope, country, name)
  }

  /// Paragraphs with an empty line between them, a numbered block for each stakeholder; without a line end at
  /// the end. `Notice.redacting` finds a block by its number.
  public var text: String {
    let request = PlainText.line(notice.request).trimmed
    let day = notice.requested.map(words.day) ?? ""
    let head = [
      book.say(.platform) + "\n" + book.say(.secretariat),
      subject + (notice.sent.map { "\n" + words.day($0) } ?? ""),
      book.say(.noticeGreeting, PlainText.line(focalPoint.name).trimmed),
      book.say(.noticeIntro, day, request, scope),
    ]
    let list =
      entries.isEmpty
      ? [book.say(.noticeNobody)]
      : [book.say(.noticeLeast), book.say(.noticeCount, String(entries.count))]
        + entries.enumerated().map(block)
    let foot = [book.say(.noticeNotObserver), book.say(.noticeUse), book.say(.secretariat)]
    return (head + list + foot).joined(separator: "\n\n")
  }

  private func block(_ index: Int, _ entry: NoticeEntry) -> String {
    let names = [entry.name, entry.nativeName].map { PlainText.line($0).trimmed }.filter { !$0.isEmpty }
    let country = Country.of(entry.country)?.name(in: language) ?? entry.country
    var lines = ["\(index + 1). " + names.joined(separator: " · ")]
    lines.append("   \(book.label("kind", entry.type.rawValue)) · \(country)")
    if !entry.emails.isEmpty {
      lines.append("   " + entry.emails.map(PlainText.line).joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }

  /// The notice with its copies, as it is sent.
  /// - Parameters:
  ///   - sender: as `Mailbox` reads it.
  ///   - now: seconds since 1970.
  public func composed(from sender: String, now: Int) throws(PublicationProblem) -> Notice {
    var to: [Mailbox] = []
    for address in focalPoint.emails { to.append(try Mailbox(name: focalPoint.name, address: address)) }
    var notice = notice
    notice.language = language
    notice.text = text
    let moment = (notice.sent?.number ?? now / 86_400) * 86_400 + now % 86_400
    let message = MailMessage(
      from: try Mailbox(sender), to: to, subject: subject, language: language, date: moment,
      mark: "notice.\(notice.year).\(notice.counter).\(notice.id)", text: text)
    notice.message = message.message
    return notice
  }
}
