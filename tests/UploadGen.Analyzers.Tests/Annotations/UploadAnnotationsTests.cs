using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Tests.Annotations;

/// <summary>When there is anything to analyze at all.</summary>
public sealed class UploadAnnotationsTests
{
    [Fact]
    public void A_compilation_without_UploadGen_has_no_annotations()
    {
        var compilation = CSharpCompilation.Create("Tests", references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        Assert.Null(UploadAnnotations.Resolve(compilation));
    }

    [Fact]
    public void A_compilation_with_UploadGen_has_them_all()
        => Assert.NotNull(UploadAnnotations.Resolve(AnalyzerTest.Compile("")));

    [Fact]
    public void Every_annotation_is_read_from_the_declaration_that_carries_it()
    {
        var compilation = AnalyzerTest.Compile("""
            using System;
            using System.Threading.Tasks;

            class Derived : Api.RunflowClient
            {
                public override Task DeleteAssetUploadAsync(Guid id) => base.DeleteAssetUploadAsync(id);
            }
            """);
        var method = compilation.GetTypeByMetadataName("Derived")!.GetMembers("DeleteAssetUploadAsync").OfType<IMethodSymbol>().Single();

        var found = UploadAnnotations.Resolve(compilation)!.MethodOf(method)!;

        Assert.Equal(UploadSteps.Abort, found.Steps);
        Assert.Equal("Asset", found.Flow);
        Assert.True(found.TakesSession(method.Parameters[0]));
    }
}
