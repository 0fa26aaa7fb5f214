using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace UploadGen.Generator.Harness;

/// <summary>Operations of a document that have neither a method nor a diagnostic that says by name that they have none.</summary>
public static class OperationLosses
{
    /// <summary>Documents nest deeper than the reader allows by default.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    /// <summary>The operations that stand in a document.</summary>
    public static IReadOnlyList<(string Method, string Path)> Operations(string json)
    {
        using var document = JsonDocument.Parse(json, Deep);
        return JsonOperations.Of(document.RootElement);
    }

    /// <summary>Those that are lost.</summary>
    public static IReadOnlyList<(string Method, string Path)> Of(string json, GeneratorRun run, IEnumerable<Diagnostic> diagnostics)
    {
        var generated = GeneratedOperations.Of(run.Result.GeneratedSources.Select(source => source.SyntaxTree), CancellationToken.None);
        var excuses = diagnostics.Where(diagnostic => diagnostic.Id == "UPG005")
            .Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))
            .ToList();
        return
        [
            .. Operations(json)
                .Where(operation => !generated.Contains(operation))
                .Where(operation => !excuses.Any(excuse => excuse.Contains($"{operation.Method} {operation.Path}'", StringComparison.Ordinal))),
        ];
    }
}
