namespace UploadGen.Conformance.Tests.Suite;

/// <summary>The scenarios of one document of the suite, as calls of its generated client.</summary>
internal interface ISpec
{
    ScenarioCalls Of(MockServer server);
}
