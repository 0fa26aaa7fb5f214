using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using UploadGen.Analyzers.Annotations;
using UploadGen.Contexts;

namespace UploadGen.Analyzers.Rules;

/// <summary>
/// UPG113: a context of System.Text.Json's has to know a type that is generated in the same project. Where that breaks declarations of the context, a build
/// hears no analyzer, and UploadGen's generator says it there; an editor and <c>dotnet format</c> do hear this one, and its fix.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JsonContextAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(MisuseDescriptors.UnseenByContext);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (GeneratedTypes.Resolve(start.Compilation) is { } types)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, types), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, GeneratedTypes types)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsJsonContext())
        {
            return;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.FindSerializable(context.CancellationToken) is var (serializable, place))
            {
                foreach (var found in JsonContextWalk.Find(type, serializable, types.IsUnseen, context.CancellationToken).Where(DoesHarm))
                {
                    context.ReportDiagnostic(Describe(found, type, place));
                }
            }
        }
    }

    /// <summary>A type without a half written by hand isn't even known by name.</summary>
    private static bool DoesHarm(FoundType found) => !found.IsOnlyNamed || !GeneratedTypes.HasHalf(found.Type);

    private static Diagnostic Describe(FoundType found, INamedTypeSymbol context, Location place)
    {
        var containing = found.Type.ContainingNamespace.ToDisplayString();
        return Diagnostic.Create(
            MisuseDescriptors.UnseenByContext,
            place,
            ImmutableDictionary<string, string?>.Empty
                .Add(FixProperties.UnseenType, $"{containing}.{found.Type.Name}".Replace("@", ""))
                .Add(FixProperties.UnseenKeywords, UnseenTypeText.Keywords(found.Type.IsValueType)),
            context.Name,
            UnseenTypeText.Consequence(containing, found.Type.Name, found.Type.IsValueType, found.Holder, GeneratedTypes.HasHalf(found.Type)));
    }
}
