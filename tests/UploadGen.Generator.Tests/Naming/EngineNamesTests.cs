using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Tests.Naming;

/// <summary>Generated types stand beside the engine's, with <c>using</c> of both namespaces.</summary>
public class EngineNamesTests
{
    [Fact]
    public void All_types_that_a_person_uses_are_known()
        => Assert.Equal(
            typeof(UploadContent).Assembly.GetExportedTypes()
                .Where(type => type is { Namespace: "UploadGen", IsNested: false, IsGenericType: false })
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            EngineNames.All.Order(StringComparer.Ordinal));

    [Fact]
    public void No_generated_type_is_ambiguous_beside_them()
    {
        const string schemas = """
            "Upload": { "type": "object", "properties": { "state": { "type": "string", "enum": ["open", "done"] } } },
            "Violation": { "type": "object", "properties": { "code": { "type": "integer" } } },
            "acme.UploadStatus": { "type": "string", "enum": ["a", "b"] },
            "UploadStatusModel": { "type": "string", "enum": ["c", "d"] }
            """;
        const string program = """
            using Shop.Api;
            using UploadGen;

            internal static class Program
            {
                public static Upload New(UploadStateModel state) => new() { State = state };

                public static object[] Others => [new ViolationModel(), default(AcmeUploadStatus), default(UploadStatusModel), typeof(UploadState)];
            }
            """;

        GeneratorRun.Of(Spec.Schemas(schemas), source: program).AssertCompiles();
    }
}
