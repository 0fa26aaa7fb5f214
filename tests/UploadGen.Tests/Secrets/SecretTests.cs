namespace UploadGen.Tests;

/// <summary>
/// A secret in every place where a server or a caller can put one, in every spelling: it is in no message, inner message, data, log, trace, metric, progress
/// or journal. Runs alone: whoever listens hears of all uploads of the process.
/// </summary>
[Collection(nameof(MemoryTests))]
public class SecretTests
{
    /// <summary>The token is known to the client, and so is one of words that no form gives away.</summary>
    private static readonly Canary[] Known = [Canary.Token, Canary.Words];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> ApiPlaces => [.. Places.Api.Keys];

    public static TheoryData<string> StoragePlaces => [.. Places.Storage.Keys];

    public static TheoryData<string> CallerPlaces => [.. Places.Caller.Keys];

    [Theory]
    [MemberData(nameof(ApiPlaces))]
    public async Task What_the_API_repeats_is_not_told(string place)
        => Assert.Empty(await LeaksAsync(Places.Api[place], [.. Known, Canary.Signature, Canary.Header]));

    [Theory]
    [MemberData(nameof(StoragePlaces))]
    public async Task What_storage_repeats_is_not_told(string place)
        => Assert.Empty(await LeaksAsync(Places.Storage[place], [.. Known, Canary.Signature, Canary.Header]));

    [Theory]
    [MemberData(nameof(CallerPlaces))]
    public async Task What_a_caller_gives_is_not_told(string place) => Assert.Empty(await LeaksAsync(Places.Caller[place], Known));

    [Fact]
    public async Task An_upload_that_goes_well_tells_no_secret()
    {
        using var listener = new Listener();
        await new Scene().RunAsync(listener, Token);

        Assert.Contains("Thing: a.png is uploaded as 7.", listener.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(new[] { Canary.Token, Canary.Signature, Canary.Header }, canary => canary.IsToldIn(listener.Everything));
    }

    [Fact]
    public async Task A_secret_of_words_is_known_by_its_name_in_the_request()
    {
        var scene = new Scene
        {
            Request = request => request.Header("X-Upload-Token", "purplemonkey").Query("password", "dishwasher").Json("tangerine", (writer, value) =>
            {
                writer.WriteStartObject();
                writer.WriteString("finalize_token", value);
                writer.WriteString("title", "holiday");
                writer.WriteEndObject();
            }),
            Create = Scene.Answer("400 No", """{"detail":"purplemonkey, dishwasher and tangerine are no secrets of holiday"}"""),
        };
        using var listener = new Listener();

        await scene.RunAsync(listener, Token);

        Assert.Contains("""{"detail":"…, … and … are no secrets of holiday"}""", listener.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(["purplemonkey", "dishwasher", "tangerine"], secret => listener.Everything.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_of_words_is_known_by_its_name_in_path_and_form(bool isMultipart)
    {
        var scene = new Scene
        {
            Request = request =>
            {
                request.Path("reset_token", "purplemonkey");
                _ = isMultipart
                    ? request.FormField("client_secret", "tangerine").FormField("title", "holiday")
                    : request.UrlEncoded("tangerine", (writer, value) =>
                    {
                        writer.WriteStartObject();
                        writer.WriteString("client_secret", value);
                        writer.WriteString("title", "holiday");
                        writer.WriteEndObject();
                    });
            },
            Create = Scene.Answer("400 No", """{"detail":"purplemonkey and tangerine are no secrets of holiday"}"""),
        };
        using var listener = new Listener();

        await scene.RunAsync(listener, Token);

        Assert.Contains("""{"detail":"… and … are no secrets of holiday"}""", listener.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(["purplemonkey", "tangerine"], secret => listener.Everything.Contains(secret, StringComparison.Ordinal));
    }

    /// <summary>The spellings in which a secret is told, and what was told.</summary>
    private static async Task<List<string>> LeaksAsync(Func<string, Scene> place, IEnumerable<Canary> canaries)
    {
        var leaks = new List<string>();
        // Half a signature that nobody knows yet looks like the id that servers give to a trace.
        var all = from canary in canaries from spelling in Canary.Spellings where (canary, spelling) != (Canary.Signature, "half") select (canary, spelling);
        foreach (var (canary, spelling) in all)
        {
            using var listener = new Listener();
            var scene = place(canary.In(spelling));
            scene.Token = canary == Canary.Words ? canary.Secret : Canary.Token.Secret;
            await scene.RunAsync(listener, Token);
            if (canary.IsToldIn(listener.Everything))
            {
                leaks.Add($"{canary.Name}, {spelling}: {string.Join('\n', listener.Everything.Split('\n').Where(canary.IsToldIn))}");
            }
        }

        return leaks;
    }
}
