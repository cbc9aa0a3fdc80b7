package org.seealso.matching.optimum;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;

/**
 * A graph in three arrays, as far as JGraphT's solvers read one: vertices and edges are numbered from 0. A general
 * graph of the library keeps several objects per edge, which is slow to build anew for each solve.
 */
final class Links extends AbstractGraph<Integer, Integer> {
    private final GraphType type;
    private final int vertices;
    private int edges;
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private long[] weight = new long[1024];

    private Links(GraphType type, int vertices) {
        this.type = type;
        this.vertices = vertices;
    }

    static Links undirected(int vertices) {
        return new Links(
                new DefaultGraphType.Builder().undirected().weighted(true).build(), vertices);
    }

    static Links directed(int vertices) {
        return new Links(
                new DefaultGraphType.Builder().directed().weighted(true).build(), vertices);
    }

    void link(int a, int b, long edgeWeight) {
        if (edges == from.length) {
            from = Arrays.copyOf(from, 2 * edges);
            to = Arrays.copyOf(to, 2 * edges);
            weight = Arrays.copyOf(weight, 2 * edges);
        }
        from[edges] = a;
        to[edges] = b;
        weight[edges++] = edgeWeight;
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return to[edge];
    }

    @Override
    public Set<Integer> vertexSet() {
        return numbers(vertices);
    }

    @Override
    public Set<Integer> edgeSet() {
        return numbers(edges);
    }

    private static Set<Integer> numbers(int count) {
        return new AbstractSet<>() {
            @Override
            public Iterator<Integer> iterator() {
                PrimitiveIterator.OfInt numbers = IntStream.range(0, count).iterator();
                return numbers;
            }

            @Override
            public int size() {
                return count;
            }

            @Override
            public boolean contains(@Nullable Object number) {
                return number instanceof Integer n && n >= 0 && n < count;
            }
        };
    }

    @Override
    public Integer getEdgeSource(Integer edge) {
        return from[edge];
    }

    @Override
    public Integer getEdgeTarget(Integer edge) {
        return to[edge];
    }

    @Override
    public double getEdgeWeight(Integer edge) {
        return weight[edge];
    }

    @Override
    public GraphType getType() {
        return type;
    }

    @Override
    public boolean containsVertex(Integer vertex) {
        return vertexSet().contains(vertex);
    }

    @Override
    public boolean containsEdge(Integer edge) {
        return edgeSet().contains(edge);
    }

    // The solvers ask for nothing below.

    private static UnsupportedOperationException never() {
        return new UnsupportedOperationException("Only for solvers that read all edges once");
    }

    @Override
    public Set<Integer> getAllEdges(Integer source, Integer target) {
        throw never();
    }

    @Override
    public Integer getEdge(Integer source, Integer target) {
        throw never();
    }

    @Override
    public Supplier<Integer> getVertexSupplier() {
        throw never();
    }

    @Override
    public Supplier<Integer> getEdgeSupplier() {
        throw never();
    }

    @Override
    public Integer addEdge(Integer source, Integer target) {
        throw never();
    }

    @Override
    public boolean addEdge(Integer source, Integer target, Integer edge) {
        throw never();
    }

    @Override
    public Integer addVertex() {
        throw never();
    }

    @Override
    public boolean addVertex(Integer vertex) {
        throw never();
    }

    @Override
    public int degreeOf(Integer vertex) {
        throw never();
    }

    @Override
    public Set<Integer> edgesOf(Integer vertex) {
        throw never();
    }

    @Override
    public int inDegreeOf(Integer vertex) {
        throw never();
    }

    @Override
    public Set<Integer> incomingEdgesOf(Integer vertex) {
        throw never();
    }

    @Override
    public int outDegreeOf(Integer vertex) {
        throw never();
    }

    @Override
    public Set<Integer> outgoingEdgesOf(Integer vertex) {
        throw never();
    }

    @Override
    public Integer removeEdge(Integer source, Integer target) {
        throw never();
    }

    @Override
    public boolean removeEdge(Integer edge) {
        throw never();
    }

    @Override
    public boolean removeVertex(Integer vertex) {
        throw never();
    }

    @Override
    public void setEdgeWeight(Integer edge, double edgeWeight) {
        throw never();
    }
}
