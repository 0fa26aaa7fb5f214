using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace UploadGen.AspNetApp;

/// <summary>Results of several kinds, problem details, and events.</summary>
internal static class Orders
{
    public static void MapOrders(this IEndpointRouteBuilder app)
    {
        var orders = app.MapGroup("/orders").WithTags("Orders");
        orders.MapPost("", Results<Created<Order>, ValidationProblem, Conflict<ProblemDetails>> (Order order) => order.Id switch
        {
            0 => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["id"] = ["It must not be 0."] }),
            1 => TypedResults.Conflict(new ProblemDetails { Title = "There is one", Status = 409 }),
            _ => TypedResults.Created($"/orders/{order.Id}", order),
        }).WithName("CreateOrder");
        orders.MapGet("/{id}", Results<Ok<Order>, NotFound, Accepted> (long id) => id switch
        {
            0 => TypedResults.NotFound(),
            1 => TypedResults.Accepted("/orders/1"),
            _ => TypedResults.Ok(new Order(id, "found")),
        }).WithName("GetOrder");
        orders.MapPut("/{id}", NoContent (long id, Order order) => TypedResults.NoContent()).WithName("PutOrder");
        orders.MapPatch("/{id}", (long id, [FromBody] Order? order) => order).WithName("PatchOrder");
        orders.MapGet("/{id}/problem", ProblemHttpResult (long id) => TypedResults.Problem("It broke", statusCode: 503)).WithName("GetProblem");
        orders.MapGet("/{id}/events", (long id, CancellationToken token) => TypedResults.ServerSentEvents(EventsAsync(id, token), "order"))
            .WithName("GetEvents");
    }

    private static async IAsyncEnumerable<Order> EventsAsync(long id, [EnumeratorCancellation] CancellationToken token)
    {
        for (var i = 0; i < 3; i++)
        {
            await Task.Delay(10, token);
            yield return new Order(id + i, $"event {i}");
        }
    }
}

internal sealed record Order(long Id, string Text);
