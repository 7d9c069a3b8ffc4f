import Model
import Testing

@testable import Interchange

/// Who said no to mail stays without, however the program that exported the list puts it.
@Suite struct OptOutTests {
  private func people(_ text: String) throws -> [Stakeholder] {
    try MappedFile(text).records.compactMap(\.self)
  }

  @Test(arguments: [
    ("Unsubscribed from all email", "true"), ("Has opted out of email", "TRUE"), ("HasOptedOutOfEmail", "1"),
    ("Email Opt Out", "1"), ("Do Not Email", "yes"), ("Bounced", "true"), ("Bounced", "2015-03-04"),
    ("Subscribed", "false"), ("Email Opt-In", "No"), ("Email status", "Unsubscribed"),
    ("Subscription status", "cleaned"), ("Email permission status", "Unsubscribed"),
    ("Newsletter", "unsubscribed"),
    ("Unsubscribed at", "2015-03-04 07:00:00"), ("Opt-out date", "3/4/2015"),
    ("Do Not Allow Emails", "Do Not Allow"),
    ("Désabonné", "oui"), ("Dado de baja", "sí"), ("Отписка", "да"), ("已退订", "是"), ("إلغاء الاشتراك", "نعم"),
    ("Abgemeldet", "ja"), ("Email blacklisted", "1"), ("Suppressed", "x"),
  ]) func `A refusal comes in`(_ title: String, _ cell: String) throws {
    let person = try #require(try people("Name,Email,\(title)\nAna,ana@example.org,\(cell)\n").first)
    #expect(person.consent(to: .mailing)?.answer == .no || person.isDoNotContact)
    #expect(!person.allows(.mailing))
  }

  @Test(arguments: [
    ("Unsubscribed from all email", "false"), ("Email status", "Active"), ("Bounced", ""), ("Bounced", "0"),
    ("Unsubscribed at", "0000-00-00 00:00:00"), ("Subscription status", "Subscribed"),
  ]) func `Not to have refused is neither a refusal nor a consent`(_ title: String, _ cell: String) throws {
    let person = try #require(try people("Name,Email,\(title)\nAna,ana@example.org,\(cell)\n").first)
    #expect(person.consent(to: .mailing) == nil && !person.isDoNotContact)
  }

  @Test func `To be subscribed is to have agreed`() throws {
    let person = try #require(try people("Name,Newsletter\nAna,subscribed\n").first)
    #expect(person.consent(to: .mailing)?.answer == .yes)
  }

  @Test func `Where one column says yes and another no, it is no`() throws {
    let person = try #require(try people("Name,Subscribed,Unsubscribed\nAna,yes,yes\n").first)
    #expect(person.consents.map(\.answer) == [.no])
  }

  @Test func `The files of Mailchimp`() throws {
    let gone = try MappedFile(
      "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,UNSUB_TIME,UNSUB_REASON,LEID,EUID,TAGS\n"
        + "g@example.ma,Gon,Away,1,2019-03-04 08:00:01,2020-02-03 07:00:00,NORMAL,1,e,\"\"\"Oases\"\",\"\"Water, soil\"\"\"\n"
    )
    #expect(gone.mapping.preset == .mailchimp)
    #expect(gone[0, "consents"] == "mailing | no |  |  |  | 2020-02-03 | UNSUB_TIME")
    #expect(gone[0, "notes"] == "UNSUB_REASON: NORMAL" && gone.records[0]?.tags == ["Oases", "Water, soil"])
    let dead = try people(
      "Email Address,First Name,Last Name,MEMBER_RATING,CLEAN_TIME,LEID,EUID\nd@example.org,D,M,1,2020-01-01 00:00:00,1,e\n"
    )
    #expect(dead.first?.consent(to: .mailing)?.answer == .no)
    let list = try MappedFile(
      "Email Address,First Name,Last Name,Address,MEMBER_RATING,CC,REGION,LEID,EUID\n"
        + "s@example.ma,Salma,Rouassi,5 Rue des Palmiers Rabat,4,MA,RAB,1,abc\n")
    #expect(list[0, "addresses"] == "5 Rue des Palmiers Rabat" && list[0, "country"] == "")
  }

  @Test(arguments: [
    "Unsubscribed from list B", "GDPR opt-out", "Bounce count", "Suppression list", "Statut désabonnement B",
    "Motivo baja B", "Отписан от новостей", "退订原因", "Email subscription types",
  ]) func `What looks like a refusal and is not understood is said aloud`(_ title: String) throws {
    let file = ImportFile(bytes: Array("Name,\(title),Shoe size\nAna,perhaps,38\n".utf8))
    for source in [
      try MappedRows(file, FileSurvey(file).mapping()) as any ImportSource, try TableRows<Stakeholder>(file),
    ] {
      var source = source
      while try source.next() != nil {}
      #expect(source.remarks.unknownOptOuts.map(\.title) == [title])
      #expect(source.remarks.unknownOptOuts.map(\.samples) == [["perhaps"]])
      #expect(source.remarks.unknownColumns == ["Shoe size"])
    }
  }

  @Test(arguments: ["Adopting country", "Trabajadores", "Option", "Adoption year"])
  func `Words that only look so are other columns`(_ title: String) {
    #expect(!OptOutWords.areIn(title))
  }
}
