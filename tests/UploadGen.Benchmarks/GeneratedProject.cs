using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using UploadGen.Benchmarks.Runflow;

namespace UploadGen.Benchmarks;

/// <summary>A project of many files of a usual kind: records, services that read and compute, and some that upload.</summary>
internal static class GeneratedProject
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    private static readonly IReadOnlyList<PortableExecutableReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Append(typeof(RunflowClient).Assembly.Location).Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The sources, parsed.</summary>
    /// <param name="files">How many files there are.</param>
    /// <param name="uploading">How many of them use the client.</param>
    public static IReadOnlyList<SyntaxTree> Trees(int files, int uploading)
        => [.. Enumerable.Range(0, files).Select(i => CSharpSyntaxTree.ParseText(i < uploading ? Uploading(i) : Plain(i), Options, $"File{i}.cs"))];

    /// <summary>A compilation that nothing has been asked of yet.</summary>
    public static CSharpCompilation Compile(IReadOnlyList<SyntaxTree> trees, bool withUploadGen)
        => CSharpCompilation.Create(
            "Project",
            trees,
            References.Where(reference => withUploadGen || !Path.GetFileName(reference.FilePath!).StartsWith(nameof(UploadGen), StringComparison.Ordinal)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static string Plain(int i) => $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Project.Part{{i % 50}};

        public sealed record Order{{i}}(Guid Id, string Customer, DateTimeOffset Placed, IReadOnlyList<OrderLine{{i}}> Lines)
        {
            public decimal Total => Lines.Sum(line => line.Price * line.Count);
        }

        public sealed record OrderLine{{i}}(string Article, int Count, decimal Price);

        public interface IOrders{{i}}
        {
            Task<Order{{i}}?> FindAsync(Guid id, CancellationToken cancellationToken);
        }

        public sealed class OrderService{{i}}(IOrders{{i}} orders, TextWriter log)
        {
            private readonly Dictionary<Guid, Order{{i}}> _known = new();

            public int Count { get; private set; }

            public async Task<string> DescribeAsync(Guid id, CancellationToken cancellationToken)
            {
                if (!_known.TryGetValue(id, out var order))
                {
                    order = await orders.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new KeyNotFoundException($"There is no order {id}.");
                    _known[id] = order;
                    Count++;
                }

                await log.WriteLineAsync($"{order.Placed:O} {order.Customer}: {order.Lines.Count} lines, {order.Total}");
                var lines = order.Lines.Where(line => line.Count > 0).OrderBy(line => line.Article);
                return string.Join(", ", lines.Select(line => $"{line.Count} x {line.Article}"));
            }

            public IEnumerable<(string Customer, decimal Total)> Best(int count)
            {
                var totals = new Dictionary<string, decimal>(StringComparer.Ordinal);
                foreach (var order in _known.Values)
                {
                    totals[order.Customer] = totals.TryGetValue(order.Customer, out var total) ? total + order.Total : order.Total;
                }

                return totals.OrderByDescending(entry => entry.Value).Take(count).Select(entry => (entry.Key, entry.Value));
            }

            public bool TryParse(string text, out Guid id)
            {
                id = Guid.Empty;
                if (text.Length == 0 || text[0] != '#')
                {
                    return false;
                }

                for (var i = 1; i < text.Length; i++)
                {
                    if (!char.IsAsciiHexDigit(text[i]) && text[i] != '-')
                    {
                        log.WriteLine("At {0}: '{1}' is no digit", i, text[i]);
                        return false;
                    }
                }

                return Guid.TryParse(text.AsSpan(1), out id);
            }
        }
        """;

    private static string Uploading(int i) => $$"""
        using System;
        using System.IO;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using UploadGen;
        using UploadGen.Benchmarks.Runflow;

        namespace Project.Uploads;

        public sealed class Uploader{{i}}(RunflowClient client, TextWriter log)
        {
            public Task<FullValidator> UploadAsync(string path, Guid? folder, CancellationToken cancellationToken)
                => client.UploadAssetAsync(UploadContent.FromFile(path), folderId: folder, cancellationToken: cancellationToken);

            public async Task<Guid?> UploadInStepsAsync(UploadContent content, CancellationToken cancellationToken)
            {
                var session = await client.CreateAssetUploadAsync(
                    new() { Filename = content.FileName, MimeType = content.MediaType, SizeBytes = content.Length }, cancellationToken: cancellationToken);
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        await client.PutAssetUploadAsync(session, content, cancellationToken: cancellationToken);
                        break;
                    }
                    catch (HttpRequestException exception) when (attempt < 3)
                    {
                        await log.WriteLineAsync($"Attempt {attempt} at {content.FileName}: {exception.Message}");
                    }
                }

                var asset = await client.CreateAssetUploadConfirmationAsync(session.AssetId, cancellationToken: cancellationToken);
                return asset.Id;
            }

            public async Task ReportAsync(Guid id, CancellationToken cancellationToken)
            {
                var asset = await client.GetAssetAsync(id, cancellationToken);
                await log.WriteLineAsync($"{asset.Name}: {asset.MimeType}, {asset.SizeBytes} bytes");
            }
        }
        """;
}
