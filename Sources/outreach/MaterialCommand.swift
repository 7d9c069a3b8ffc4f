import ArgumentParser
import Glibc
import Model
import Office
import Phrases
import Store

/// `outreach material`: what is held back until an embargo lifts, and two people's word for it.
struct MaterialCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "material", abstract: abstract(.cliMaterial),
      subcommands: [MaterialListCommand.self, MaterialReleaseCommand.self])
  }
}

/// `outreach material list`.
struct MaterialListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: abstract(.cliMaterialList))
  }

  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open()
      let office = try library.read(WholePressOffice(on: Environment.today))
      for material in office.materials {
        say(MaterialLines(phrases: book).line(of: material, in: office.launches))
      }
      if office.materials.isEmpty { say(book.say(.cliMaterialNone)) }
    }
  }
}

/// `outreach material release ID`.
struct MaterialReleaseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "release", abstract: abstract(.cliMaterialRelease))
  }

  @Argument(help: help(.cliMaterialID)) var id: String
  @Flag(help: help(.cliBeforeEmbargo)) var beforeEmbargo = false
  @Option(help: help(.cliReleaseWhy)) var why = ""
  @OptionGroup var store: StoreOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try language.reporting { book in
      let library = try store.place.open(to: .release)
      guard try library.read(RecordByID<Material>(id)) != nil else {
        throw CommandFailure(Phrase(.cliMaterialUnknown, .text(id)), code: EX_NOINPUT)
      }
      do {
        try library.apply(ReleaseMaterial(id, isEarly: beforeEmbargo, why: why))
      } catch Refusal.invalid(_, .underEmbargo(let embargo)) {
        throw CommandFailure(Phrase(.cliUnderEmbargo, .text(embargo.description)), code: EX_NOPERM)
      } catch Refusal.invalid(_, let problem) {
        throw CommandFailure(Phrase(problem), code: EX_NOPERM)
      }
      guard let material = try library.read(RecordByID<Material>(id)) else { return }
      BoundaryAdvice.tell(of: [material], book)
      say(book.say(material.isReleased ? .pressOut : .pressFirstWord, .text(material.name)))
    }
  }
}
