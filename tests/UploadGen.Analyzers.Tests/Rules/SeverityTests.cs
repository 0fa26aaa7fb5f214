using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Rules;

namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>Every rule has the severity that a project gives it, as <c>dotnet_diagnostic.UPGnnn.severity</c> does.</summary>
public sealed class SeverityTests
{
    private const string Maybe = """
        var session = await client.CreateAssetUploadAsync(request);
        if (flag) { await client.PutAssetUploadAsync(session, content); }
        await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        """;

    [Theory]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    [InlineData(ReportDiagnostic.Warn, DiagnosticSeverity.Warning)]
    [InlineData(ReportDiagnostic.Default, DiagnosticSeverity.Info)]
    public async Task UPG102_as(ReportDiagnostic configured, DiagnosticSeverity expected)
        => Assert.Equal(expected, Assert.Single(await AnalyzeAsync(configured)).Severity);

    [Fact]
    public async Task UPG102_switched_off() => Assert.Empty(await AnalyzeAsync(ReportDiagnostic.Suppress));

    [Fact]
    public void No_rule_is_fixed_to_its_severity()
        => Assert.All(
            new UploadFlowAnalyzer().SupportedDiagnostics.Concat(new ConstantLimitAnalyzer().SupportedDiagnostics),
            rule => Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, rule.CustomTags));

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> AnalyzeAsync(ReportDiagnostic configured)
    {
        var compilation = AnalyzerTest.Compile(TestClient.Method(Maybe));
        var provider = new OneSeverity("UPG102", configured);
        return AnalyzerTest.AnalyzeAsync(compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(provider)));
    }

    /// <summary>What an .editorconfig becomes in the compiler.</summary>
    private sealed class OneSeverity(string id, ReportDiagnostic severity) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic value)
        {
            value = severity;
            return diagnosticId == id && severity != ReportDiagnostic.Default;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic value)
        {
            value = ReportDiagnostic.Default;
            return false;
        }
    }
}
