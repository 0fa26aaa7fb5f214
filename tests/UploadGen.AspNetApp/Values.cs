using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace UploadGen.AspNetApp;

/// <summary>Numbers, dates, enums, lists, maps, what may be null, and the same in parameters.</summary>
internal static class Values
{
    public static void MapValues(this IEndpointRouteBuilder app)
    {
        var values = app.MapGroup("/values").WithTags("Values");
        values.MapPost("/numbers", (Numbers numbers) => numbers).WithName("EchoNumbers");
        values.MapPost("/times", (Times times) => times).WithName("EchoTimes");
        values.MapPost("/optional", (Optional optional) => optional).WithName("EchoOptional");
        values.MapPost("/tree", (Node node) => node).WithName("EchoTree");
        values.MapPost("/json", (JsonElement json) => json).WithName("EchoJson");
        values.MapPost("/any", (Loose loose) => loose).WithName("EchoLoose");
        values.MapPost("/colors", (Color[] colors) => colors).WithName("EchoColors");
        values.MapPost("/limited", (Limited limited) => limited).WithName("EchoLimited");
        values.MapGet("/query", ([AsParameters] Query query) => query).WithName("EchoQuery");
        values.MapGet("/page", (int page = 1) => new Page<Limited>([new Limited { Name = "ab", Count = page }], page, null)).WithName("GetPage");
        values.MapGet("/route/{id:int}/{name:regex(^[a-z]+$)}/{day:datetime}", (int id, string name, DateTime day) => new { id, name, day })
            .WithName("EchoRoute");
    }
}

internal sealed record Numbers(
    byte Byte, sbyte SByte, short Short, ushort UShort, int Int, uint UInt, long Long, ulong ULong, float Float, double Double, decimal Decimal, int? Maybe);

internal sealed record Times(DateTime DateTime, DateTimeOffset Offset, DateOnly Date, TimeOnly Time, TimeSpan Span, Guid Id, Uri Link, char Letter);

internal sealed record Optional(string? Text, int? Number, Color? Color, Limited? Object, List<string?>? List, Dictionary<string, int?>? Map, Level Level);

internal sealed record Node(string Name, Node? Parent, IReadOnlyList<Node> Children);

internal sealed record Loose(object? Anything, JsonNode? Node, JsonElement Element, Dictionary<string, object?> Map);

internal sealed record Limited
{
    [StringLength(10, MinimumLength = 2)]
    public required string Name { get; init; }

    [Range(1, 100)]
    public int Count { get; init; }

    [MaxLength(2)]
    public string[] Tags { get; init; } = [];

    [EmailAddress]
    public string? Mail { get; init; }
}

internal sealed record Page<T>(IReadOnlyList<T> Items, int Number, string? Next);

internal sealed record Query(
    [FromQuery] string? Text,
    [FromQuery] int[] Numbers,
    [FromQuery] Color? Color,
    [FromQuery] Level? Level,
    [FromQuery] DateTimeOffset? At,
    [FromQuery] bool Flag,
    [FromHeader(Name = "X-Trace")] string? Trace,
    [FromHeader(Name = "X-Ids")] long[]? Ids);

/// <summary>Written as its name.</summary>
internal enum Color
{
    Red,
    DarkGreen,
}

/// <summary>Written as a number, as nothing says otherwise.</summary>
internal enum Level
{
    Low = 1,
    High = 5,
}
