using System.Text.Json.Serialization;

namespace UploadGen.AspNetApp;

/// <summary>Types with derived ones.</summary>
internal static class Shapes
{
    public static void MapShapes(this IEndpointRouteBuilder app)
    {
        var shapes = app.MapGroup("/shapes").WithTags("Shapes");
        shapes.MapPost("", (Shape shape) => shape).WithName("EchoShape");
        shapes.MapPost("/list", (List<Shape> list) => list).WithName("EchoShapes");
        shapes.MapPost("/drawing", (Drawing drawing) => drawing).WithName("EchoDrawing");
        shapes.MapPost("/animals", (Animal animal) => animal).WithName("EchoAnimal");
    }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
internal abstract record Shape(string Name);

internal sealed record Circle(string Name, double Radius) : Shape(Name);

internal sealed record Square(string Name, double Side, Color? Fill) : Shape(Name);

internal sealed record Drawing(Shape Main, IReadOnlyDictionary<string, Shape> Named, Shape? Optional);

/// <summary>The name of the discriminator is System.Text.Json's own, and the base is a type by itself.</summary>
[JsonDerivedType(typeof(Animal), "animal")]
[JsonDerivedType(typeof(Cat), "cat")]
[JsonDerivedType(typeof(Dog), "dog")]
internal record Animal
{
    public required string Name { get; init; }
}

internal sealed record Cat : Animal
{
    public int Lives { get; init; }
}

internal sealed record Dog : Animal
{
    public bool Barks { get; init; }

    public Animal? Chases { get; init; }
}
