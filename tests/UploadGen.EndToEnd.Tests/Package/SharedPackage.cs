namespace UploadGen.EndToEnd.Tests.Package;

/// <summary>The tests that share one package.</summary>
[CollectionDefinition]
public sealed class SharedPackage : ICollectionFixture<PackedLibrary>;
