namespace UploadGen.EndToEnd.Tests.Server;

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class ControlledClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 5, 6, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
