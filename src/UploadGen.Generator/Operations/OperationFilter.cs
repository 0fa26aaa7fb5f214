using System.Text.RegularExpressions;
using UploadGen.Generator.Documents;
using UploadGen.Generator.Problems;

namespace UploadGen.Generator.Operations;

/// <summary>Which operations a project wants: <c>UploadGenInclude</c> and <c>UploadGenExclude</c>, by operationId, tag or path glob.</summary>
internal sealed class OperationFilter(SpecSettings settings)
{
    private const string Allowed = "an operationId, a tag or a path glob of the document";

    private readonly List<FilterEntry> _include = settings.Include.Select(text => new FilterEntry(text)).ToList();
    private readonly List<FilterEntry> _exclude = settings.Exclude.Select(text => new FilterEntry(text)).ToList();

    /// <summary>Whether anything is filtered at all. If so, only the schemas that the chosen operations reach are generated.</summary>
    public bool IsActive => _include.Count + _exclude.Count > 0;

    public bool Selects(string operationId, IEnumerable<string> tags, string path)
    {
        // Every entry is tried, so that each learns whether it is of use.
        var included = _include.Aggregate(_include.Count == 0, (any, entry) => entry.Matches(operationId, tags, path) || any);
        var excluded = _exclude.Aggregate(false, (any, entry) => entry.Matches(operationId, tags, path) || any);
        return included && !excluded;
    }

    /// <summary>The entries that no operation answered to.</summary>
    public IEnumerable<SpecProblem> Problems()
        => Unused("UploadGenInclude", _include).Concat(Unused("UploadGenExclude", _exclude));

    private static IEnumerable<SpecProblem> Unused(string metadata, IEnumerable<FilterEntry> entries)
        => entries.Where(entry => !entry.WasUsed)
            .Select(entry => SpecProblem.At("", SpecProblemKind.BadMetadata, metadata, entry.Text, Allowed, "It selects nothing"));

    private sealed class FilterEntry(string text)
    {
        private readonly Regex? _path = text.StartsWith("/", StringComparison.Ordinal) ? PathGlob(text) : null;

        public string Text { get; } = text;

        public bool WasUsed { get; private set; }

        public bool Matches(string operationId, IEnumerable<string> tags, string path)
        {
            var matches = _path?.IsMatch(path) ?? (Text == operationId || tags.Contains(Text, StringComparer.OrdinalIgnoreCase));
            WasUsed |= matches;
            return matches;
        }

        /// <summary><c>*</c> is within a segment, <c>**</c> is any number of them.</summary>
        private static Regex PathGlob(string glob)
            => new("^" + Regex.Escape(glob).Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*") + "$", RegexOptions.CultureInvariant);
    }
}
