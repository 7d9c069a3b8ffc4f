import PackagePlugin

/// Makes `PhraseKey` out of the English sentences before `Phrases` is compiled: a key that has no words does not
/// compile, and whoever adds a sentence writes it into the files of the languages and nowhere else.
@main struct PhraseKeysPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let english = target.directoryURL.appending(path: "Resources/en.json")
    let keys = context.pluginWorkDirectoryURL.appending(path: "PhraseKey.swift")
    return [
      .buildCommand(
        displayName: "Making PhraseKey of en.json", executable: try context.tool(named: "PhraseKeys").url,
        arguments: [english.path, keys.path], inputFiles: [english], outputFiles: [keys])
    ]
  }
}
