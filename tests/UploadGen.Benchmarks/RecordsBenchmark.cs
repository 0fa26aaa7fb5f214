using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using UploadGen.Benchmarks.HandWritten;

namespace UploadGen.Benchmarks;

/// <summary>Reading and writing generated records, beside System.Text.Json's own source-generated code for equal shapes.</summary>
internal static class RecordsBenchmark
{
    private const string Asset = """
        {"id":"0f8fad5b-d9cb-469f-a165-70867728950e","org_id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","folder_id":null,"name":"perfume-bottle.png",
        "r2_key":"orgs/7c9e6679/assets/0f8fad5b.png","url":"https://files.example/assets/0f8fad5b.png",
        "thumbnail_url":"https://files.example/thumbnails/0f8fad5b.png",
        "mime_type":"image/png","size_bytes":1048576,"asset_type":"image","source_type":"upload","source_id":"u-1",
        "created_by":"9b2c1d3e-1111-4a2b-8c3d-123456789abc",
        "created_at":"2026-02-21T10:11:12Z","updated_at":"2026-02-21T10:11:12Z","deleted_at":null,"deleted_by":null}
        """;

    private const string Droplet = """
        {"id":3164444,"name":"example.com","memory":1024,"vcpus":1,"disk":25,"locked":false,"status":"active","created_at":"2020-07-21T18:37:44Z",
        "features":["backups","private_networking","ipv6"],"backup_ids":[53893572,53893573],
        "image":{"id":63663980,"name":"20.04 (LTS) x64","type":"base","distribution":"Ubuntu","public":true,"min_disk_size":20,"size_gigabytes":2.36},
        "size_slug":"s-1vcpu-1gb",
        "region":{"name":"New York 3","slug":"nyc3","available":true,"sizes":["s-1vcpu-1gb","s-1vcpu-2gb","s-1vcpu-3gb","s-2vcpu-2gb"]},
        "tags":["web","env:prod"],"vpc_uuid":"760e09ef-dc84-11e8-981e-3cfdfeaae000"}
        """;

    private const string Payment = """{"kind":"transfer","iban":"DE89370400440532013000","holder":"A. N. Other"}""";

    public static int Run()
    {
        Console.WriteLine("| shape | read, us | KiB | System.Text.Json | KiB | ratio | write, us | KiB | System.Text.Json | KiB | ratio |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        Compare<Runflow.FullValidator, Asset>("an asset", Asset, HandWrittenContext.Default.Asset);
        Compare<Records.DropletList, DropletList>(
            "a list of 100", $$"""{"droplets":[{{string.Join(",", Enumerable.Repeat(Droplet, 100))}}]}""", HandWrittenContext.Default.DropletList);
        Compare<Records.Payment, Payment>("a union", Payment, HandWrittenContext.Default.Payment);
        return 0;
    }

    private static void Compare<T, TPeer>(string name, string json, JsonTypeInfo<TPeer> peer)
        where T : IJsonModel<T>
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var output = new ArrayBufferWriter<byte>(1 << 20);
        using var writer = new Utf8JsonWriter(output);
        var value = Read<T>(utf8);
        var other = JsonSerializer.Deserialize(utf8, peer)!;
        void Start()
        {
            output.ResetWrittenCount();
            writer.Reset();
        }

        var repeats = Math.Max(1, 2_000_000 / utf8.Length);
        var read = Measure(repeats, () => Read<T>(utf8));
        var readPeer = Measure(repeats, () => JsonSerializer.Deserialize(utf8, peer));
        var write = Measure(repeats, () =>
        {
            Start();
            JsonCodec.WriteModel(writer, value);
            writer.Flush();
        });
        var writePeer = Measure(repeats, () =>
        {
            Start();
            JsonSerializer.Serialize(writer, other, peer);
            writer.Flush();
        });
        Console.WriteLine($"| {name} | {Columns(read, readPeer)} | {Columns(write, writePeer)} |");
    }

    private static string Columns(Measurement own, Measurement peer) => string.Create(
        CultureInfo.InvariantCulture,
        $"{own.Milliseconds:F2} | {own.Bytes / 1024.0:F2} | {peer.Milliseconds:F2} | {peer.Bytes / 1024.0:F2} | {peer.Milliseconds / own.Milliseconds:F2}");

    private static T Read<T>(ReadOnlySpan<byte> utf8)
        where T : IJsonModel<T>
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        return JsonCodec.ReadModel<T>(ref reader);
    }

    /// <summary>One call among many, in microseconds.</summary>
    private static Measurement Measure(int repeats, Action action)
    {
        var all = Measurement.Of(() =>
        {
            for (var i = 0; i < repeats; i++)
            {
                action();
            }
        });
        return new Measurement(all.Milliseconds * 1000 / repeats, all.Bytes / repeats);
    }
}
