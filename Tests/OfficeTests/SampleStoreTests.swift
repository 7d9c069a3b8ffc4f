import Model
import Office
import SampleLibrary
import Store
import Testing

@Suite struct SampleStoreTests {
  private let library: Library

  init() throws {
    library = try Library.sample()
  }

  @Test func `Fills a store that nobody undoes`() throws {
    #expect(try library.read(Tallies()).total == 461)
    #expect(try library.read(AllRecords<Activity>()).count { $0.adopted != nil && $0.status == .done } == 6)
    #expect(try library.read(AllRecords<LaunchCell>()).allSatisfy { Month($0.slot) != nil })
    #expect(try library.read(AllRecords<Evidence>()).count == 14)
    #expect(try library.read(RecentChanges(limit: 1)).isEmpty)
    #expect(throws: Refusal.nothingToUndo) { try library.undo() }
  }

  @Test func `Is drawn for its day`() throws {
    let late = try library.read(AllRecords<Activity>()).filter {
      if case .late = $0.standing(asOf: SampleStore.asOf) { true } else { false }
    }
    #expect(!late.isEmpty)
  }

  /// Whatever the program shows of the programme has something to show.
  @Test func `Every part of the programme has something in it`() throws {
    let programme = try library.read(WholeProgramme())
    #expect(programme.plans.count == 1)
    #expect(programme.activities.contains { !$0.parent.isEmpty && !$0.dependsOn.isEmpty })
    #expect(programme.launches.map(\.id).sorted() == ["pollination", "scenarios"])
    #expect(programme.events.contains { $0.type == .session } && programme.events.contains { $0.isPublic })
    #expect(Set(programme.cards.map(\.activity)).count == 16)
    #expect(Set(programme.cards.map(\.state)) == Set(CardState.allCases))
    #expect(Set(programme.translations.compactMap(\.state)) == Set(TranslationState.allCases))
    #expect(Set(programme.budget.map(\.stage)) == Set(BudgetStage.allCases))
    #expect(programme.rulings.count == 1)
    #expect(!programme.occurrences.isEmpty && !programme.responses.isEmpty)
    #expect(programme.spokespersons.count == 4 && programme.materials.count == 3)
    #expect(try library.read(CoverageBetween(Day("2016-02-22")!, Day("2016-02-24")!)).count == 36)
  }

  @Test func `Two waves of a survey in six languages, and a draft with gaps`() throws {
    let bank = try library.read(AllRecords<Question>()).byID
    let surveys = try library.read(AllRecords<Survey>())
    #expect(Set(bank.values.map(\.type)) == Set(QuestionType.allCases))
    #expect(surveys.filter { $0.series == "needs" }.map(\.state) == [.closed, .open])
    #expect(
      surveys.filter { $0.series == "needs" }.allSatisfy { $0.gaps(bank).isEmpty && $0.languages.count == 6 })
    #expect(surveys.contains { $0.state == .draft && !$0.gaps(bank).isEmpty })
    let topics = Set(surveys.flatMap(\.questions).compactMap { bank[$0]?.topic })
    #expect(topics.isSuperset(of: [.willingness, .incentives, .disincentives, .outputs, .ways, .concerns]))
    #expect(try library.read(ResponseCounts()) == ["needs-2014": 148, "needs-2015": 172])
    for response in try library.read(AllRecords<SurveyResponse>()) {
      for answer in response.answers {
        let question = try #require(bank[String(answer.question.prefix { $0 != "." })])
        #expect(try question.checked(answer.value) == answer.value)
      }
    }
    let people = Set(try library.read(AllRecords<Invitation>()).map(\.stakeholder))
    let known: [RecordID: Stakeholder] = try library.read(RecordsByIDs(Array(people)))
    #expect(known.count == people.count && known.values.allSatisfy { !$0.isDoNotContact })
  }

  @Test func `What points to another record finds it`() throws {
    #expect(try library.read(StrayReferences()) == [])
  }

  /// Invented, and saying so: a row of the programme has the word in its name or its note.
  @Test func `Every row says that it is an example`() throws {
    let programme = try library.read(WholeProgramme())
    let notes =
      programme.cards.map(\.note) + programme.events.map(\.note) + programme.budget.map(\.note)
      + programme.products.map(\.note) + programme.translations.map(\.note)
      + programme.spokespersons.map(\.note) + programme.materials.map(\.note)
      + programme.enquiries.map { $0.note } + programme.responses.map(\.note)
      + programme.rulings.map(\.reason) + programme.activities.map(\.notes)
    #expect(notes.filter { !$0.contains("Example") }.isEmpty)
  }
}
