import Interchange
import Model
import Testing

@Suite struct MailingListTests {
  private func person(_ set: (inout Stakeholder) -> Void) -> Stakeholder {
    var person = Stakeholder(id: "1")
    person.name = "Ana"
    person.consents = [Consent(use: .mailing, answer: .yes)]
    (person.emails, person.phones, person.addresses) = (["a@x.example"], ["+1"], ["1 Road"])
    set(&person)
    return person
  }

  private func address(_ channel: MailingChannel? = nil, _ set: (inout Stakeholder) -> Void) -> String? {
    var list = MailingList(channel: channel, language: nil, style: .exact)
    let row = String(decoding: list.append([person(set)]), as: UTF8.self).split(whereSeparator: \.isNewline)
    return row.first.map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[3...4].joined(separator: " ")
    }
  }

  @Test func `The first channel with an address counts`() {
    #expect(address { _ in } == "email a@x.example")
    #expect(address { $0.channels = [.meeting, .post, .email] } == "post 1 Road")
    #expect(address { ($0.channels, $0.phones) = ([.phone], []) } == "email a@x.example")
    #expect(address(.phone) { $0.channels = [.phone] } == "phone +1")
    #expect(address(.phone) { _ in } == nil)
  }

  @Test func `Nobody is on it who did not agree`() {
    #expect(address { $0.consents = [] } == nil)
    #expect(address { $0.consents = [Consent(use: .mailing, answer: .no)] } == nil)
    #expect(address { $0.isDoNotContact = true } == nil)
    #expect(address { $0.retired = Day("2015-01-01") } == nil)
  }

  @Test func `The reason is counted once`() {
    var list = MailingList(channel: .post, language: "zh", style: .exact)
    let people = [
      person { $0.languages = ["zh-Hans"] },
      person { ($0.channels, $0.languages) = ([.post], ["zh-Hant"]) },
      person { ($0.channels, $0.languages) = ([.post], ["en", "zh"]) },
      person { ($0.isDoNotContact, $0.retired) = (true, Day("2015-01-01")) },
      person { ($0.emails, $0.phones, $0.addresses) = ([], [], []) },
    ]
    _ = list.append(people)
    #expect(list.count == 1)
    #expect(list.excluded == [.channel: 1, .language: 1, .retired: 1, .noAddress: 1])
  }
}
