using System.Buffers.Binary;
using System.IO.Compression;

namespace ActivationWizard.Tests.Benchmarks.Screens;

/// <summary>A PNG with at most 256 colours: a screen looks the same in a third of the bytes.</summary>
internal static class IndexedPng
{
    private const int Colours = 256;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reduces a picture of 8 bits per channel, as browsers take them.</summary>
    public static byte[] Of(byte[] png)
    {
        var (width, height, pixels) = Read(png);
        var palette = pixels.CountBy(colour => colour).OrderByDescending(one => one.Value).ThenBy(one => one.Key)
            .Take(Colours).Select(one => one.Key).ToArray();
        var places = new Dictionary<int, byte>();
        var rows = new byte[(width + 1) * height];
        for (var at = 0; at < pixels.Length; at++)
        {
            if (!places.TryGetValue(pixels[at], out var place))
                places[pixels[at]] = place = Nearest(palette, pixels[at]);
            rows[at / width * (width + 1) + 1 + at % width] = place;
        }

        return Write(width, height, palette, rows);
    }

    private static byte Nearest(int[] palette, int colour) =>
        (byte)Array.IndexOf(palette, palette.MinBy(one => Distance(one, colour)));

    private static int Distance(int one, int other)
    {
        var (red, green, blue) = ((one >> 16) - (other >> 16), (one >> 8 & 255) - (other >> 8 & 255), (one & 255) - (other & 255));
        return 3 * red * red + 6 * green * green + blue * blue;
    }

    private static (int Width, int Height, int[] Pixels) Read(byte[] png)
    {
        var (width, height, depth) = (Number(png, 16), Number(png, 20), png[25] is 6 ? 4 : 3);
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length; at += Number(png, at) + 12)
        {
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(png, at + 8, Number(png, at));
        }

        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var (row, before) = (new byte[width * depth], new byte[width * depth]);
        var pixels = new int[width * height];
        for (var y = 0; y < height; y++)
        {
            var filter = unpacked.ReadByte();
            unpacked.ReadExactly(row);
            Unfilter(filter, row, before, depth);
            for (var x = 0; x < width; x++)
                pixels[y * width + x] = row[x * depth] << 16 | row[x * depth + 1] << 8 | row[x * depth + 2];
            (row, before) = (before, row);
        }

        return (width, height, pixels);
    }

    // https://www.w3.org/TR/png-3/#9Filters
    private static void Unfilter(int filter, byte[] row, byte[] before, int depth)
    {
        for (var at = 0; at < row.Length; at++)
        {
            var (left, up, corner) = (at < depth ? 0 : row[at - depth], (int)before[at], at < depth ? 0 : before[at - depth]);
            row[at] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                _ => Paeth(left, up, corner),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (fromLeft, fromUp, fromCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner;
    }

    private static byte[] Write(int width, int height, int[] palette, byte[] rows)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "PLTE"u8, [.. palette.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })]);
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            packing.Write(rows);
        Chunk(png, "IDAT"u8, packed.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> kind, byte[] content)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        byte[] sealedPart = [.. kind, .. content];
        png.Write(sealedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, Check(sealedPart));
        png.Write(number);
    }

    // https://www.w3.org/TR/png-3/#5CRC-algorithm
    private static uint Check(byte[] content)
    {
        var check = uint.MaxValue;
        foreach (var one in content)
        {
            check ^= one;
            for (var bit = 0; bit < 8; bit++)
                check = (check & 1) is 0 ? check >> 1 : check >> 1 ^ 0xEDB88320;
        }

        return ~check;
    }

    private static int Number(byte[] png, int at) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
}
