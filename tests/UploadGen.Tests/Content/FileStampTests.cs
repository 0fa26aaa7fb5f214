namespace UploadGen.Tests;

public sealed class FileStampTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_path_a_link_to_it_and_the_open_file_tell_the_same()
    {
        var path = Write("ä€😀.bin");
        var link = Path.Combine(_folder, "link");
        File.CreateSymbolicLink(link, path);
        using var file = File.OpenHandle(path);

        var stamp = FileStamp.Of(path)!.Value;

        Assert.Equal((5, File.GetLastWriteTimeUtc(path)), (stamp.Length, stamp.LastWrite));
        Assert.Equal(stamp, FileStamp.Of(link));
        Assert.Equal(stamp, FileStamp.Of(file));
    }

    [Fact]
    public void What_is_no_file_has_none()
    {
        Assert.Null(FileStamp.Of(_folder));
        Assert.Null(FileStamp.Of(Path.Combine(_folder, "nothing")));
    }

    [Fact]
    public void A_path_may_be_long()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, new string('a', 200), new string('b', 200), new string('c', 200))).FullName;
        var path = Path.Combine(folder, "file");
        File.WriteAllText(path, "hello");

        Assert.Equal(5, FileStamp.Of(path)!.Value.Length);
    }

    [Fact]
    public void On_Linux_a_write_shows_even_where_the_time_is_put_back()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is asked when a file was last changed.");
        var path = Write("a");
        using var file = File.OpenHandle(path);
        var before = FileStamp.Of(file);

        // Far enough from the first change for a clock that ticks a hundred times a second.
        Thread.Sleep(50);
        File.WriteAllText(path, "other");
        File.SetLastWriteTimeUtc(path, before.LastWrite);

        var after = FileStamp.Of(file);
        Assert.Equal((before.Length, before.LastWrite), (after.Length, after.LastWrite));
        Assert.NotEqual(before.Changed, after.Changed);
    }

    private string Write(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, "hello");
        return path;
    }
}
