import Model

/// Invents stakeholders: the same seed gives the same people.
struct Generator {
  private var random: SplitMix
  private var number = 0
  private let count: Int

  init(count: Int, seed: UInt64) {
    self.count = count
    random = SplitMix(state: seed)
  }

  mutating func next() -> Stakeholder? {
    guard number < count else { return nil }
    number += 1
    var stakeholder = Stakeholder(id: "g\(number)")
    stakeholder.version = 1
    name(&stakeholder)
    describe(&stakeholder)
    return stakeholder
  }

  private mutating func name(_ stakeholder: inout Stakeholder) {
    let culture = Names.cultures[pick(Names.cultures.count)]
    let family = culture.families[pick(culture.families.count)]
    let given = culture.given[pick(culture.given.count)]
    let middle = Names.middle[pick(Names.middle.count)]
    stakeholder.country = culture.countries[pick(culture.countries.count)]
    stakeholder.languages = culture.languages
    if pick(10) < 6 {
      stakeholder.type = .individual
      stakeholder.name = "\(family.latin), \(given.latin) \(middle)"
      stakeholder.gender = Gender.allCases[pick(3)]
      if !family.native.isEmpty {
        stakeholder.nativeName =
          culture.isFamilyFirst ? family.native + given.native : given.native + " " + family.native
        stakeholder.isFamilyFirst = culture.isFamilyFirst
      }
    } else {
      stakeholder.type = [.institution, .organization, .group][pick(3)]
      stakeholder.name =
        "\(family.latin) \(Names.subjects[pick(Names.subjects.count)]) \(Names.bodies[pick(Names.bodies.count)]) \(number % 9973)"
    }
  }

  private mutating func describe(_ stakeholder: inout Stakeholder) {
    stakeholder.roles = [[.contributor], [.endUser], [.contributor, .endUser]][pick(3)]
    stakeholder.audience = Audience.allCases[pick(Audience.allCases.count)]
    stakeholder.scale = Scale.allCases[pick(5)]
    stakeholder.disciplines = pick(2) == 0 ? [] : [Discipline.allCases[pick(3)]]
    stakeholder.knowledge = [KnowledgeSystem.allCases[pick(4)]]
    stakeholder.channels = [Channel.allCases[pick(Channel.allCases.count)]]
    stakeholder.observer = pick(20) == 0 ? .admitted : nil
    stakeholder.barriers = pick(8) == 0 ? [Barrier.allCases[pick(4)]] : []
    stakeholder.emails = ["person\(number)@example.org"]
    stakeholder.tags = ["generated", Names.subjects[pick(Names.subjects.count)].lowercased()]
    stakeholder.joined = Day(number: 15_700 + pick(1_000))
    stakeholder.source = "generated"
  }

  private mutating func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
}

/// A small generator of random numbers that is the same everywhere (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
