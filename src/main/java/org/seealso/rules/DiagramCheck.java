package org.seealso.rules;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;

/** The picture shows everything, and no two arrows cross: a coordinator reads it. */
final class DiagramCheck {
    private final BpmnModelInstance model;
    private final FaultList faults;

    DiagramCheck(BpmnModelInstance model, FaultList faults) {
        this.model = model;
        this.faults = faults;
    }

    void run() {
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (node.getDiagramElement() == null) {
                faults.add(node.getId(), "The picture does not show it.", "Draw it in the Modeler.");
            }
        }
        List<Arrow> arrows = new ArrayList<>();
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            BpmnEdge edge = flow.getDiagramElement();
            if (edge == null || edge.getWaypoints().size() < 2) {
                faults.add(flow.getId(), "The picture does not show this flow.", "Draw it in the Modeler.");
            } else {
                arrows.add(new Arrow(
                        flow.getId(),
                        edge.getWaypoints().stream()
                                .map(p -> (Point2D) new Point2D.Double(p.getX(), p.getY()))
                                .toList()));
            }
        }
        for (int i = 0; i < arrows.size(); i++) {
            for (int j = i + 1; j < arrows.size(); j++) {
                if (arrows.get(i).crosses(arrows.get(j))) {
                    faults.add(
                            arrows.get(i).id(),
                            "The flow crosses " + arrows.get(j).id() + ".",
                            "Move the elements so that no two flows cross.");
                }
            }
        }
    }

    private record Arrow(String id, List<Point2D> points) {
        boolean crosses(Arrow other) {
            for (int i = 1; i < points.size(); i++) {
                for (int j = 1; j < other.points.size(); j++) {
                    if (cross(points.get(i - 1), points.get(i), other.points.get(j - 1), other.points.get(j))) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** A proper crossing: each segment has the other's ends on both of its sides; touching does not count. */
        private static boolean cross(Point2D a, Point2D b, Point2D c, Point2D d) {
            return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
        }

        private static double side(Point2D a, Point2D b, Point2D c) {
            return Math.signum(
                    (b.getX() - a.getX()) * (c.getY() - a.getY()) - (b.getY() - a.getY()) * (c.getX() - a.getX()));
        }
    }
}
