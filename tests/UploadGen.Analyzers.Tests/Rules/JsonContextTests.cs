using System.Globalization;

namespace UploadGen.Analyzers.Tests.Rules;

/// <summary>
/// UPG113: what System.Text.Json's generator doesn't see. Each case is run, so that what is marked is known to come to harm, and what isn't to be right.
/// </summary>
public sealed class JsonContextTests
{
    private const string FullJson = """{"file_name":"a.png"}""";

    private const string LostJson = """{"IsImage":true}""";

    private const string Halves = """
        namespace Shop.Api
        {
            partial record Full { public bool IsImage => true; }
            partial record struct Kind { public bool IsImage => true; }
        }
        """;

    private const string Converted = """
        namespace Shop.Api
        {
            [JsonConverter(typeof(JsonModelConverter<Full>))] partial record Full { public bool IsImage => true; }
            [JsonConverter(typeof(JsonModelConverter<Item>))] partial record Item { public bool IsImage => true; }
            [JsonConverter(typeof(JsonModelConverter<Kind>))] partial record struct Kind;
            [JsonConverter(typeof(JsonModelConverter<Place>))] partial record Place;
        }
        """;

    /// <summary>A type that a context names, a value of it, its JSON with <c>$</c> where that of a generated type stands, and types beside it.</summary>
    public static TheoryData<string, string, string, string> Reached => new()
    {
        { "Full", "Full", "$", "" },
        { "List<Full>", "new List<Full> { Full }", "[$]", "" },
        { "Full[]", "new[] { Full }", "[$]", "" },
        { "Full[][]", "new[] { new[] { Full } }", "[[$]]", "" },
        { "Dictionary<string, Full>", "new Dictionary<string, Full> { [\"a\"] = Full }", """{"a":$}""", "" },
        { "Dictionary<string, List<Full>>", "new Dictionary<string, List<Full>> { [\"a\"] = [Full] }", """{"a":[$]}""", "" },
        { "IEnumerable<Full>", "(IEnumerable<Full>)new[] { Full }", "[$]", "" },
        { "Memory<Full>", "new Memory<Full>([Full])", "[$]", "" },
        { "KeyValuePair<string, Full>", "new KeyValuePair<string, Full>(\"a\", Full)", """{"Key":"a","Value":$}""", "" },
        { "Lazy<Full>", "new Lazy<Full>(Full)", """{"IsValueCreated":true,"Value":$}""", "" },
        { "Kind", "Kind.Image", "$", "" },
        { "Kind?", "(Kind?)Kind.Image", "$", "" },
        { "Shop.Api.Kind?", "(Kind?)Kind.Image", "$", "" },
        { "List<Kind?>", "new List<Kind?> { Kind.Image }", "[$]", "" },
        { "Items", "new Items { Full }", "[$]", "class Items : List<Full>;" },
        { "Own", "new Own(Full)", """{"Full":$}""", "record Own(Full Full);" },
        { "Own", "new Own(Full)", """{"Full":$}""", "record Own(Full? Full);" },
        { "Own", "new Own { Full = Full }", """{"Full":$}""", "class Own { [JsonInclude] internal Full? Full { get; set; } }" },
        { "Own", "new Own { Full = Full }", """{"Full":$}""", "class Own { [JsonInclude] public Full? Full; }" },
        {
            "Own", "new Own { Full = Full }", """{"Full":$}""",
            "class Own { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Full? Full { get; set; } }"
        },
        { "Own", "new Own { Full = Full }", """{"Full":$}""", "class Own : Base; class Base { public Full? Full { get; set; } }" },
        {
            "IOwn", "(IOwn)new Own { Full = Full }", """{"Full":$}""",
            "interface IOwn : IBase; interface IBase { Full? Full { get; } } class Own : IOwn { public Full? Full { get; set; } }"
        },
        { "Own<Full>", "new Own<Full>(Full)", """{"Value":$}""", "record Own<T>(T Value);" },
        { "Own", "new Own(new(Full))", """{"Inner":{"Full":$}}""", "record Own(Inner Inner); record struct Inner(Full Full);" },
        {
            "Own", "new Own([new() { Full = Full, Owns = [] }])", """{"Nodes":[{"Full":$,"Owns":[]}]}""",
            "record Own(List<Node> Nodes); class Node { public Full? Full { get; set; } public List<Own>? Owns { get; set; } }"
        },
    };

    [Theory]
    [MemberData(nameof(Reached))]
    public async Task Of_a_type_with_a_half_written_by_hand_that_half_is_all_that_is_written(string type, string value, string json, string types)
    {
        var test = new JsonContextTest($"[JsonSerializable([|typeof({type})|])]", value, types + Halves);

        await AssertMarksAsync(test);
        Assert.Equal(json.Replace("$", LostJson, StringComparison.Ordinal), test.Run());
    }

    [Theory]
    [MemberData(nameof(Reached))]
    public async Task A_half_that_names_the_converter_makes_it_right(string type, string value, string json, string types)
    {
        var test = new JsonContextTest($"[JsonSerializable(typeof({type}))]", value, types + Converted);

        await AssertMarksAsync(test);
        var right = value.Contains("Kind.Image", StringComparison.Ordinal) ? "\"image\"" : FullJson;
        Assert.Equal(json.Replace("$", right, StringComparison.Ordinal), test.Run());
    }

    /// <summary>A build asks no analyzer where declarations don't compile. There, and nowhere else, the generator says the same.</summary>
    [Theory]
    [MemberData(nameof(Reached))]
    public async Task A_type_without_half_is_reported_in_a_build_too(string type, string value, string json, string types)
    {
        var test = new JsonContextTest($"[JsonSerializable([|typeof({type})|])]", value, types);

        await AssertMarksAsync(test);
        await AssertSaidAsync(test);
        if (test.Errors.Count == 0)
        {
            var exception = Assert.ThrowsAny<Exception>(() => test.Run() == json);
            Assert.Contains("was not provided by TypeInfoResolver", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("List<Shop.Api.Full>")]
    [InlineData("Own", "record Own(Shop.Api.Full? Full);")]
    [InlineData("Own", "record Own(List<Shop.Api.Full> Fulls);")]
    [InlineData("Own", "class Own { public Func<Full>? Make { get; set; } }")]
    [InlineData("Own", "class Own { public Full? Full; }")]
    [InlineData("Own", "class Own { [JsonConverter(typeof(JsonModelConverter<Full>))] public Full? Full { get; set; } }")]
    [InlineData("Own", "class Own { public Handle<Full>? Handle { get; set; } } class Handle<T> { public int Id { get; set; } }")]
    public async Task The_name_of_a_type_without_half_does_harm(string type, string types = "")
    {
        var test = new JsonContextTest($"[JsonSerializable([|typeof({type})|])]", "1", types);

        await AssertMarksAsync(test);
        await AssertSaidAsync(test);
        Assert.NotEmpty(test.Errors);
    }

    /// <summary>What isn't written, and what something else converts.</summary>
    [Theory]
    [InlineData("class Own { [JsonIgnore] public Full? Full { get; set; } }", "{}")]
    [InlineData("class Own { [JsonIgnore(Condition = JsonIgnoreCondition.Always)] public Full? Full { get; set; } }", "{}")]
    [InlineData("class Own { internal Full? Full { get; set; } }", "{}")]
    [InlineData("class Own { public Full? Full; }", "{}")]
    [InlineData(
        "class Own { public static Full? Shared { get; set; } public Full? Full; public Full this[int i] => Full!; public void Take(Full full) { } }",
        "{}")]
    [InlineData("class Own { [JsonConverter(typeof(JsonModelConverter<Full>))] public Full? Full { get; set; } }", """{"Full":$}""")]
    [InlineData("[JsonConverter(typeof(OwnConverter))] class Own { public Full? Full { get; set; } }", "\"own\"")]
    [InlineData("class Own { public Full? Full; public object? Value { get; set; } }", """{"Value":null}""")]
    [InlineData(
        "class Own { public Full? Full; public Handle<Full>? Handle { get; set; } } class Handle<T> { public int Id { get; set; } }",
        """{"Handle":null}""")]
    public async Task A_half_that_does_no_harm(string own, string json)
    {
        const string converter = """
            class OwnConverter : JsonConverter<Own>
            {
                public override Own? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();
                public override void Write(Utf8JsonWriter writer, Own value, JsonSerializerOptions options) => writer.WriteStringValue("own");
            }
            """;
        var test = new JsonContextTest("[JsonSerializable(typeof(Own))]", "new Own { Full = Full }", own + converter + Halves);

        await AssertMarksAsync(test);
        Assert.Equal(json.Replace("$", FullJson, StringComparison.Ordinal), test.Run());
    }

    [Theory]
    [InlineData("[JsonSourceGenerationOptions(Converters = [typeof(JsonModelConverter<Full>)])]", "", """{"Full":$}""")]
    [InlineData("[JsonSourceGenerationOptions(Converters = [typeof(OwnFactory)])]", "", """{"Full":$}""")]
    [InlineData("[JsonSourceGenerationOptions(Converters = [typeof(JsonModelConverter<Kind>), typeof(JsonStringEnumConverter)])]", "!", """{"Full":!}""")]
    [InlineData("[JsonSourceGenerationOptions(IncludeFields = true)]", "!", """{"Full":!,"Field":!}""")]
    [InlineData("[JsonSourceGenerationOptions(IncludeFields = false)]", "!", """{"Full":!}""")]
    public async Task What_the_options_of_a_context_say(string options, string lost, string json)
    {
        const string types = """
            class Own { public Full? Full { get; set; } public Full? Field; }
            class OwnFactory : JsonConverterFactory
            {
                public override bool CanConvert(Type type) => type == typeof(Full);
                public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) => new JsonModelConverter<Full>();
            }
            """;
        var serializable = lost.Length > 0 ? "[|typeof(Own)|]" : "typeof(Own)";
        var test = new JsonContextTest($"{options}[JsonSerializable({serializable})]", "new Own { Full = Full, Field = Full }", types + Halves);

        await AssertMarksAsync(test);
        Assert.Equal(json.Replace("$", FullJson, StringComparison.Ordinal).Replace("!", LostJson, StringComparison.Ordinal), test.Run());
    }

    /// <summary>Members that must be set and constructors that can't be called are in the unseen half: what is generated for a context doesn't compile.</summary>
    [Theory]
    [InlineData("Item", "partial record Item { public bool IsImage => true; }")]
    [InlineData("List<Item>", "partial record Item { public bool IsImage => true; }")]
    [InlineData("Place", "partial record Place { public bool IsImage => true; }")]
    public async Task A_half_that_does_not_compile(string type, string half)
    {
        var test = new JsonContextTest($"[JsonSerializable([|typeof({type})|])]", "1", $"namespace Shop.Api {{ {half} }}");

        await AssertMarksAsync(test);
        Assert.NotEmpty(test.Errors);
    }

    [Theory]
    [InlineData("Item", "Item", """{"item_name":"a.png"}""")]
    [InlineData("Dictionary<string, Item>", "new Dictionary<string, Item> { [\"a\"] = Item }", """{"a":{"item_name":"a.png"}}""")]
    [InlineData("Place", "(Place)\"Bergen\"", "\"Bergen\"")]
    [InlineData("List<Place>", "new List<Place> { 7 }", "[7]")]
    public async Task Required_members_and_unions_are_right_with_a_converter(string type, string value, string json)
    {
        var test = new JsonContextTest($"[JsonSerializable(typeof({type}))]", value, Converted);

        await AssertMarksAsync(test);
        Assert.Equal(json, test.Run());
    }

    [Fact]
    public async Task Derived_types_are_reached()
    {
        var test = new JsonContextTest(
            "[JsonSerializable([|typeof(IAsset)|])]",
            "(IAsset)Full",
            """[JsonDerivedType(typeof(Full), "full")] interface IAsset; namespace Shop.Api { partial record Full : IAsset; }""");

        await AssertMarksAsync(test);
        Assert.Equal("""{"$type":"full"}""", test.Run());
    }

    [Fact]
    public async Task Each_attribute_and_each_type_is_reported()
    {
        var test = new JsonContextTest(
            "[JsonSerializable(typeof(Full))] [JsonSerializable(typeof(List<Full>))] [JsonSerializable(typeof(Own))] [JsonSerializable(typeof(string))]",
            "1",
            "record Own(Full Full, Kind Kind, List<Kind> Kinds);" + Halves);

        var found = await test.FindAsync();
        Assert.Equal(
            ["typeof(Full): Full", "typeof(List<Full>): Full", "typeof(Own): Full", "typeof(Own): Kind"],
            found
                .Select(diagnostic => $"{diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}: "
                    + diagnostic.Properties["unseenType"]!["Shop.Api.".Length..])
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Full", "",
        "'Context' can't know 'Full': System.Text.Json's generator doesn't see what UploadGen generates in the same project. Declare "
        + "[JsonConverter(typeof(UploadGen.Core.JsonModelConverter<Full>))] partial record Full; in the namespace 'Shop.Api', "
        + "or generate the client in a project of its own")]
    [InlineData("Own", "record Own(List<Kind> Kinds);",
        "'Context' can't know 'Kind' (held by 'Own.Kinds'): System.Text.Json's generator doesn't see what UploadGen generates in the same project. Declare "
        + "[JsonConverter(typeof(UploadGen.Core.JsonModelConverter<Kind>))] partial record struct Kind; in the namespace 'Shop.Api', "
        + "or generate the client in a project of its own")]
    [InlineData("List<Own>", "record Own(Full Full);" + Halves,
        "'Context' loses what UploadGen generates of 'Full' (held by 'Own.Full'): System.Text.Json's generator sees only the half that is written by hand. Put "
        + "[JsonConverter(typeof(UploadGen.Core.JsonModelConverter<Full>))] on that half, or generate the client in a project of its own")]
    public async Task The_message_of(string type, string types, string expected)
    {
        var test = new JsonContextTest($"[JsonSerializable(typeof({type}))]", "1", types);

        var diagnostic = Assert.Single(await test.FindAsync());
        Assert.Equal(expected, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.EndsWith("/docs/diagnostics/UPG113.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    /// <summary>Types of a referenced assembly are seen by all generators.</summary>
    [Fact]
    public Task A_generated_type_of_another_project() => AnalyzerTest.VerifyGeneratedAsync(
        """
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Shop.Runflow;

        [JsonSerializable(typeof(FullValidator))]
        [JsonSerializable(typeof(List<FullValidator>))]
        [JsonSerializable(typeof(Own))]
        internal sealed class Context(JsonSerializerOptions? options) : JsonSerializerContext(options)
        {
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
        }

        internal sealed record Own(FullValidator Asset);
        """,
        "UPG113");

    [Theory]
    [InlineData("[JsonSerializable(typeof(")]
    [InlineData("[JsonSerializable(typeof(List<Str")]
    [InlineData("[JsonSerializable(null)]")]
    [InlineData("[JsonSerializable]")]
    [InlineData("[JsonSerializable(typeof(Nowhere))]")]
    [InlineData("[JsonSerializable(typeof(List<Nowhere>))]")]
    [InlineData("[JsonSerializable(typeof(List<>))]")]
    [InlineData(
        "[JsonSerializable(typeof(Own))]",
        "unsafe class Own { public int* Pointer { get; set; } public Func<int>? Make { get; set; } public dynamic? Any { get; set; } }")]
    public async Task Whatever_is_typed(string attributes, string types = "")
        => Assert.Empty(await new JsonContextTest(attributes, "1", types).FindAsync());

    [Theory]
    [InlineData("class Endless<T> { public Endless<List<T>>? Next { get; set; } public Full? Full { get; set; } }")]
    [InlineData("class Endless<T> { public Endless<T[]>? Next { get; set; } public Endless<List<T>>? Other { get; set; } public Full? Full { get; set; } }")]
    public async Task Types_that_never_end(string types)
        => Assert.Single(await new JsonContextTest("[JsonSerializable(typeof(Endless<int>))]", "1", types, runsJsonGenerator: false).FindAsync());

    private static async Task AssertSaidAsync(JsonContextTest test)
    {
        Assert.Equal(test.BreaksDeclarations, test.Said.Count == 1);
        if (test.Said.Count > 0)
        {
            var reported = Assert.Single(await test.FindAsync());
            Assert.Equal(reported.ToString(), test.Said[0].ToString());
        }
    }

    private static async Task AssertMarksAsync(JsonContextTest test)
    {
        var (expected, actual) = await test.MarksAsync();
        Assert.True(expected == actual, $"The diagnostics are not where they were expected. Found:\n{actual}\n{string.Join("\n", test.Errors)}");
    }
}
