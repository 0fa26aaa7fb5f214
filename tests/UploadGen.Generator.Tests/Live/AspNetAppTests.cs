namespace UploadGen.Generator.Tests.Live;

/// <summary>Every operation of an ASP.NET Core app as one writes it today, by a client of the document that the app itself gives.</summary>
public sealed class AspNetAppTests(AspNetAppTests.Apps apps) : IClassFixture<AspNetAppTests.Apps>
{
    private const string Calls = """
        public static async System.Threading.Tasks.Task<string> UploadFile(ApiClient client)
        {
            var stored = await client.UploadFileAsync(Bytes("a.bin", 1, 2, 3), "a title", 5);
            return $"{stored.Name} {stored.Title} {stored.Rating} {string.Join(',', stored.Bytes)}";
        }

        public static async System.Threading.Tasks.Task<string> UploadFileWithoutRating(ApiClient client) => $"{(await client.UploadFileAsync(Bytes("a.bin", 1), "t")).Rating is null}";

        public static async System.Threading.Tasks.Task<string> UploadFiles(ApiClient client)
            => string.Join(' ', (await client.UploadFilesAsync([Bytes("a", 1), Bytes("b", 2, 3)])).Select(file => $"{file.Name}:{file.Bytes.Length}"));

        public static async System.Threading.Tasks.Task<string> PutFile(ApiClient client)
        {
            var stored = await client.PutFileAsync("c d.bin", Bytes("x", 9, 8));
            return $"{stored.Name} {string.Join(',', stored.Bytes)}";
        }

        public static async System.Threading.Tasks.Task<string> PostNote(ApiClient client)
        {
            var note = await client.PostNoteAsync("s & t", "ü", new DateOnly(2026, 2, 3), ["one", "two"]);
            return $"{note.Subject} {note.Body} {note.Due:O} {string.Join('+', note.Tags)}";
        }

        public static async System.Threading.Tasks.Task<string> GetContent(ApiClient client)
        {
            await using var content = await client.GetContentAsync("a");
            return await new System.IO.StreamReader(content).ReadToEndAsync();
        }

        public static async System.Threading.Tasks.Task<string> GetText(ApiClient client) => await client.GetTextAsync("a");

        public static async System.Threading.Tasks.Task<string> GetLines(ApiClient client) => string.Join(' ', await client.GetLinesAsync("first"));

        public static async System.Threading.Tasks.Task<string> DeleteFile(ApiClient client)
        {
            await client.DeleteFileAsync("there");
            return await StatusAsync(client.DeleteFileAsync("missing"));
        }

        public static async System.Threading.Tasks.Task<string> EchoShape(ApiClient client)
        {
            Shape circle = await client.EchoShapeAsync(new ShapeCircle { Name = "c", Radius = 1.5 });
            Shape square = await client.EchoShapeAsync(new ShapeSquare { Name = "s", Side = 2, Fill = Color.DarkGreen });
            return $"{JsonSerializer.Serialize(circle)} {JsonSerializer.Serialize(square)}";
        }

        public static async System.Threading.Tasks.Task<string> EchoShapes(ApiClient client)
            => JsonSerializer.Serialize(await client.EchoShapesAsync([new ShapeCircle { Name = "c", Radius = 1 }, new ShapeSquare { Name = "s", Side = 2, Fill = null }]));

        public static async System.Threading.Tasks.Task<string> EchoDrawing(ApiClient client)
            => JsonSerializer.Serialize(await client.EchoDrawingAsync(new Drawing
            {
                Main = new ShapeCircle { Name = "c", Radius = 1 },
                Named = new Dictionary<string, Shape> { ["x"] = new ShapeCircle { Name = "d", Radius = 2 } },
                Optional = null,
            }));

        public static async System.Threading.Tasks.Task<string> EchoAnimal(ApiClient client)
            => JsonSerializer.Serialize(await client.EchoAnimalAsync(
                new AnimalDog { Name = "rex", Barks = true, Chases = new AnimalCat { Name = "tom", Lives = 9 } }));

        public static async System.Threading.Tasks.Task<string> EchoBaseAnimal(ApiClient client)
            => JsonSerializer.Serialize(await client.EchoAnimalAsync(new AnimalAnimal { Name = "it" }));

        public static async System.Threading.Tasks.Task<string> EchoNumbers(ApiClient client)
        {
            var sent = new Numbers
            {
                Byte = 255, SByte = -128, Short = short.MinValue, UShort = ushort.MaxValue, Int = int.MinValue, UInt = uint.MaxValue, Long = long.MinValue,
                ULong = ulong.MaxValue, Float = 1.5f, Double = 1e300, Decimal = 12.25, Maybe = null,
            };
            var got = await client.EchoNumbersAsync(sent);
            return $"{got == sent} {got.ULong} {JsonSerializer.Serialize(got)}";
        }

        public static async System.Threading.Tasks.Task<string> EchoTimes(ApiClient client)
        {
            var sent = new Times
            {
                DateTime = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Offset = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
                Date = new DateOnly(2026, 1, 2), Time = "03:04:05", Span = "1.02:03:04", Id = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
                Link = new Uri("https://a.example/b?c=d"), Letter = "x",
            };
            return $"{await client.EchoTimesAsync(sent) == sent}";
        }

        public static async System.Threading.Tasks.Task<string> EchoOptional(ApiClient client)
        {
            var full = new Optional
            {
                Text = "t", Number = 1, Color = Color.Red, Object = new Limited { Name = "ab" }, List = ["a"], Map = new Dictionary<string, int?> { ["n"] = null, ["o"] = 1 },
                Level = 5,
            };
            var none = new Optional { Text = null, Number = null, Color = null, Object = null, List = null, Map = null, Level = 1 };
            return $"{JsonSerializer.Serialize(await client.EchoOptionalAsync(full))} {JsonSerializer.Serialize(await client.EchoOptionalAsync(none))}";
        }

        public static async System.Threading.Tasks.Task<string> EchoTree(ApiClient client)
        {
            var leaf = new Node { Name = "leaf", Parent = null, Children = [] };
            return (await client.EchoTreeAsync(new Node { Name = "root", Parent = leaf, Children = [leaf, leaf] })).Children[1].Name;
        }

        public static async System.Threading.Tasks.Task<string> EchoJson(ApiClient client)
            => (await client.EchoJsonAsync(JsonSerializer.SerializeToElement(new[] { 1, 2 }))).GetRawText();

        public static async System.Threading.Tasks.Task<string> EchoLoose(ApiClient client)
        {
            var one = JsonSerializer.SerializeToElement(1);
            var loose = new Loose { Anything = one, Node = one, Element = one, Map = new Dictionary<string, JsonElement> { ["a"] = one } };
            return JsonSerializer.Serialize(await client.EchoLooseAsync(loose));
        }

        public static async System.Threading.Tasks.Task<string> EchoColors(ApiClient client) => JsonSerializer.Serialize(await client.EchoColorsAsync([Color.Red, Color.DarkGreen]));

        public static async System.Threading.Tasks.Task<string> EchoLimited(ApiClient client)
        {
            var sent = await client.EchoLimitedAsync(new Limited { Name = "ab", Count = 100, Tags = ["x"], Mail = "a@b.example" });
            var refused = await Refusal(client.EchoLimitedAsync(new Limited { Name = "a", Count = 101 }));
            return $"{sent.Count} {refused}";
        }

        public static async System.Threading.Tasks.Task<string> EchoQuery(ApiClient client)
        {
            var query = await client.EchoQueryAsync(
                numbers: [1, -2], flag: true, text: "a b&c", color: Color.DarkGreen, level: 5, at: new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
                xTrace: "t", xIds: [7, 8]);
            return $"{query.Text} {string.Join(',', query.Numbers)} {query.Color} {query.Level} {query.At:O} {query.Flag} {query.Trace} {string.Join(',', query.Ids ?? [])}";
        }

        public static async System.Threading.Tasks.Task<string> GetPage(ApiClient client)
        {
            var page = await client.GetPageAsync(3);
            return $"{page.Number} {page.Items[0].Count} {page.Next is null} {(await client.GetPageAsync()).Number}";
        }

        public static async System.Threading.Tasks.Task<string> EchoRoute(ApiClient client)
        {
            var route = await client.EchoRouteAsync(4, "abc", new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
            return $"{route.Id} {route.Name}";
        }

        public static async System.Threading.Tasks.Task<string> CreateOrder(ApiClient client)
        {
            var made = await client.CreateOrderAsync(new Order { Id = 7, Text = "t" });
            try
            {
                await client.CreateOrderAsync(new Order { Id = 0, Text = "t" });
                return "0 was taken";
            }
            catch (UploadGen.ApiException<HttpValidationProblemDetails> problem)
            {
                return $"{made.Id} {problem.StatusCode} {problem.Error.Errors!["id"][0]} {await StatusAsync(client.CreateOrderAsync(new Order { Id = 1, Text = "t" }))}";
            }
        }

        public static async System.Threading.Tasks.Task<string> GetOrder(ApiClient client)
            => $"{(await client.GetOrderAsync(9))?.Text} {await client.GetOrderAsync(1) is null} {await StatusAsync(client.GetOrderAsync(0))}";

        public static async System.Threading.Tasks.Task<string> PutOrder(ApiClient client)
        {
            await client.PutOrderAsync(3, new Order { Id = 3, Text = "t" });
            return "done";
        }

        public static async System.Threading.Tasks.Task<string> PatchOrder(ApiClient client) => $"{(await client.PatchOrderAsync(3, new Order { Id = 3, Text = "t" })).Text}";

        public static async System.Threading.Tasks.Task<string> GetProblem(ApiClient client) => await StatusAsync(client.GetProblemAsync(1));

        public static async System.Threading.Tasks.Task<string> GetEvents(ApiClient client)
        {
            var seen = new List<string>();
            await foreach (var one in client.GetEventsAsync(5))
            {
                seen.Add($"{one.Event} {one.Data.Id} {one.Data.Text}");
            }

            return string.Join(", ", seen);
        }

        private static async System.Threading.Tasks.Task<string> StatusAsync(System.Threading.Tasks.Task call)
        {
            try
            {
                await call;
                return "no refusal";
            }
            catch (UploadGen.ApiException refusal)
            {
                return $"{refusal.StatusCode}";
            }
        }

        private static async System.Threading.Tasks.Task<string> Refusal(System.Threading.Tasks.Task call)
        {
            try
            {
                await call;
                return "no refusal";
            }
            catch (UploadGen.RequestValidationException refusal)
            {
                return string.Join(' ', refusal.Violations.Select(violation => violation.Pointer));
            }
        }
        """;

    public static TheoryData<string, string, string> Expected
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var version in new[] { "3.0", "3.1" })
            {
                foreach (var (call, answer) in Answers)
                {
                    data.Add(version, call, answer);
                }
            }

            return data;
        }
    }

    private static (string Call, string Answer)[] Answers =>
    [
        ("UploadFile", "a.bin a title 5 1,2,3"),
        ("UploadFileWithoutRating", "True"),
        ("UploadFiles", "a:1 b:2"),
        ("PutFile", "c d.bin 9,8"),
        ("PostNote", "s & t ü 2026-02-03 one+two"),
        ("GetContent", "content of a"),
        ("GetText", "text of a"),
        ("GetLines", "first second"),
        ("DeleteFile", "404"),
        ("EchoShape", """{"kind":"circle","radius":1.5,"name":"c"} {"kind":"square","side":2,"fill":"DarkGreen","name":"s"}"""),
        ("EchoShapes", """[{"kind":"circle","radius":1,"name":"c"},{"kind":"square","side":2,"fill":null,"name":"s"}]"""),
        ("EchoDrawing", """{"main":{"kind":"circle","radius":1,"name":"c"},"named":{"x":{"kind":"circle","radius":2,"name":"d"}},"optional":null}"""),
        ("EchoAnimal", """{"$type":"dog","barks":true,"chases":{"$type":"cat","lives":9,"name":"tom"},"name":"rex"}"""),
        ("EchoBaseAnimal", """{"$type":"animal","name":"it"}"""),
        ("EchoNumbers", """True 18446744073709551615 {"byte":255,"sByte":-128,"short":-32768,"uShort":65535,"int":-2147483648,"uInt":4294967295,"""
            + """ "long":-9223372036854775808,"uLong":18446744073709551615,"float":1.5,"double":1E+300,"decimal":12.25,"maybe":null}""".TrimStart()),
        ("EchoTimes", "True"),
        ("EchoOptional", """{"text":"t","number":1,"color":"Red","object":{"name":"ab","count":0,"tags":[],"mail":null},"list":["a"],"""
            + """ "map":{"n":null,"o":1},"level":5} """.TrimStart()
            + """{"text":null,"number":null,"color":null,"object":null,"list":null,"map":null,"level":1}"""),
        ("EchoTree", "leaf"),
        ("EchoJson", "[1,2]"),
        ("EchoLoose", """{"anything":1,"node":1,"element":1,"map":{"a":1}}"""),
        ("EchoColors", """["Red","DarkGreen"]"""),
        ("EchoLimited", "100 /name /count"),
        ("EchoQuery", "a b&c 1,-2 DarkGreen 5 2026-01-02T03:04:05.0000000+02:00 True t 7,8"),
        ("GetPage", "3 3 True 1"),
        ("EchoRoute", "4 abc"),
        ("CreateOrder", "7 400 It must not be 0. 409"),
        ("GetOrder", "found True 404"),
        ("PutOrder", "done"),
        ("PatchOrder", "t"),
        ("GetProblem", "503"),
        ("GetEvents", "order 5 event 0, order 6 event 1, order 7 event 2"),
    ];

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task It_answers_as_it_is_asked(string version, string call, string answer)
        => Assert.Equal(answer, await (await apps.OfAsync(version)).CallAsync(call));

    /// <summary>The app, once for each version of its document.</summary>
    public sealed class Apps : IDisposable
    {
        private readonly Dictionary<string, AspNetApp> _apps = new(StringComparer.Ordinal);

        internal async Task<AspNetApp> OfAsync(string version)
        {
            if (!_apps.TryGetValue(version, out var app))
            {
                app = await AspNetApp.StartAsync(version, Calls);
                _apps.Add(version, app);
            }

            return app;
        }

        public void Dispose()
        {
            foreach (var app in _apps.Values)
            {
                app.Dispose();
            }
        }
    }
}
